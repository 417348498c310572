"""What a server answers by itself: nothing, the same, one reply, or what its rules say.

An answer answers one unit: the bytes of one read as they came, or, framed by line, what stands
before a line feed, without it and a carriage return before it (see `Units`). Rules are asked in
their order, the first match answers, or each one.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from socket_workbench.bytesview.parsing import ParseError
from socket_workbench.bytesview.templates import Filler, Template
from socket_workbench.panels.responder_replies import ReplyTemplate, parse_reply
from socket_workbench.panels.responder_rules import WHOLE, Found, Matcher, RuleFault, compile_rule
from socket_workbench.session.tcp_entries import ReplyEntry, ResponderEntry, RuleEntry

LONGEST_LINE_BYTES: Final = 64 * 1024
"""What has no line feed until then is taken as a line."""
QUICK_S: Final = 0.004
"""How long an expression may keep the window waiting; what takes longer goes on in a thread."""
SLOW_S: Final = 0.25
"""How long an expression may take there; one that takes longer is stopped."""


class RuleState(StrEnum):
    """Whether a rule is asked."""

    ACTIVE = "active"
    OFF = "off"
    """Switched off by the user."""
    FAULTY = "faulty"
    """Written wrongly; see its fault."""
    STOPPED = "stopped"
    """Its expression took longer than `SLOW_S`; editing the rule, or `restart`, starts it again."""


@dataclass(frozen=True, slots=True)
class RuleStatus:
    """How a rule fares."""

    state: RuleState = RuleState.ACTIVE
    hits: int = 0
    fault: RuleFault | None = None
    slow_bytes: int = 0
    """Size of what a stopped rule was looking at."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply that is due."""

    reply: ReplyEntry
    template: Template
    """Filled in but for its variables."""


class Rule:
    """One rule at work."""

    def __init__(self, entry: RuleEntry, changed: Callable[[], None]) -> None:
        self.entry = entry
        self._changed = changed
        made = compile_rule(entry)
        self._matcher: Matcher | None = None
        self._template = ReplyTemplate()
        if isinstance(made, RuleFault):
            self.status = RuleStatus(RuleState.FAULTY, fault=made)
        else:
            self._matcher, self._template = made
            self.status = RuleStatus(RuleState.ACTIVE if entry.is_on else RuleState.OFF)

    @property
    def is_active(self) -> bool:
        """Whether it is to be asked."""
        return self.status.state is RuleState.ACTIVE

    def search(self, unit: bytes, timeout_s: float = SLOW_S) -> Found | None:
        """Look into one unit; safe in any thread.

        Raises:
            RuleTimeoutError: The expression takes longer.
        """
        return None if self._matcher is None else self._matcher.search(unit, timeout_s)

    def answer(self, found: Found) -> Answer:
        """Count a match; what it answers."""
        self._change(hits=self.status.hits + 1)
        return Answer(self.entry.reply, self._template.with_captures(found.captures))

    def stop(self, size_bytes: int) -> None:
        """Ask it no more: it took too long over so many bytes."""
        self._change(state=RuleState.STOPPED, slow_bytes=size_bytes)

    def restart(self) -> None:
        """Ask it again, if it was stopped."""
        if self.status.state is RuleState.STOPPED:
            self._change(state=RuleState.ACTIVE, slow_bytes=0)

    def _change(self, **changes: Any) -> None:
        self.status = replace(self.status, **changes)
        self._changed()


class Responder:
    """The answers of one server; all its clients ask the same one, so hits are those of all."""

    def __init__(self) -> None:
        self.entry = ResponderEntry()
        """What is in force."""
        self.rules: tuple[Rule, ...] = ()
        self.revision = 0
        """Grows whenever a status changed."""
        self.filler = Filler()
        """Fills variables in; its counters count what all clients were answered."""
        self.fixed_fault: ParseError | None = None
        """What is wrong with the fixed reply, which is not sent then."""
        self._fixed: ReplyTemplate | None = None

    @property
    def is_listening(self) -> bool:
        """Whether what comes is of interest; nothing is kept for a responder that says nothing."""
        return self.entry.mode not in ("none", "discard")

    @property
    def statuses(self) -> tuple[RuleStatus, ...]:
        """One per rule, in their order."""
        return tuple(rule.status for rule in self.rules)

    def apply(self, entry: ResponderEntry) -> None:
        """Answer like this from now on; rules that stay as they were keep hits and state."""
        known = list(self.rules)
        self.rules = tuple(self._rule(one, known) for one in entry.rules)
        self.entry = entry
        try:
            self._fixed, self.fixed_fault = parse_reply(entry.fixed, (WHOLE,)), None
        except ParseError as error:
            self._fixed, self.fixed_fault = None, error
        self._changed()

    def _rule(self, entry: RuleEntry, known: list[Rule]) -> Rule:
        same = next((rule for rule in known if rule.entry == entry), None)
        if same is None:
            return Rule(entry, self._changed)
        known.remove(same)
        return same

    def fixed_answer(self, unit: bytes) -> Answer | None:
        """What the fixed reply says to a unit."""
        if self._fixed is None:
            return None
        return Answer(self.entry.fixed, self._fixed.with_captures({WHOLE: unit}))

    def _changed(self) -> None:
        self.revision += 1


class Units:
    """Cuts what one client sends into what is answered."""

    def __init__(self) -> None:
        self._rest = b""

    @property
    def waiting_bytes(self) -> int:
        """Begin of a line that has not ended."""
        return len(self._rest)

    def feed(self, data: bytes, *, by_line: bool) -> list[bytes]:
        """Take what came in one read; the units that are complete now."""
        if not by_line:
            whole, self._rest = self._rest + data, b""
            return [whole]
        *lines, self._rest = (self._rest + data).split(b"\n")
        while len(self._rest) > LONGEST_LINE_BYTES:
            lines.append(self._rest[:LONGEST_LINE_BYTES])
            self._rest = self._rest[LONGEST_LINE_BYTES:]
        return [line.removesuffix(b"\r") for line in lines]

    def end(self) -> list[bytes]:
        """The client has closed its side: what is left is a line as well."""
        rest, self._rest = self._rest, b""
        return [rest] if rest else []
