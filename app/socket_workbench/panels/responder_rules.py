"""What a rule looks for in what came, and what it found there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from socket_workbench.bytesview.parsing import ParseError, parse_hex, parse_text
from socket_workbench.bytesview.search import PatternError, SearchKind, compile_pattern
from socket_workbench.panels.responder_replies import ReplyTemplate, parse_reply
from socket_workbench.session.tcp_entries import MatchKind, RuleEntry

if TYPE_CHECKING:
    import regex

WHOLE: Final = "0"
"""Name of the capture that holds all that matched, as in regular expressions."""


class RuleTimeoutError(Exception):
    """A regular expression took longer than it may."""


@dataclass(frozen=True, slots=True)
class RuleFault:
    """What is wrong with a rule as it is written; such a rule is passed over."""

    part: str
    """`pattern` or `reply`."""
    error: ParseError | PatternError | None
    """What and where; `None` where nothing stands though something must."""


@dataclass(frozen=True, slots=True)
class Found:
    """A match."""

    captures: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    """By number and, where it has one, by name; a group that took no part is empty."""


@dataclass(frozen=True, slots=True)
class Matcher:
    """A rule's pattern, ready to be looked for."""

    how: MatchKind
    needle: bytes = b""
    expression: "regex.Pattern[bytes] | None" = None

    def search(self, unit: bytes, timeout_s: float) -> Found | None:
        """Look into one read or one line; safe in any thread.

        Raises:
            RuleTimeoutError: A regular expression took longer than `timeout_s`.
        """
        if self.expression is not None:
            return self._search_expression(self.expression, unit, timeout_s)
        if self.how == "always":
            return Found({WHOLE: unit})
        return Found({WHOLE: self.needle}) if self._is_there(unit) else None

    def _is_there(self, unit: bytes) -> bool:
        if self.how == "contains":
            return self.needle in unit
        return unit.startswith(self.needle) if self.how == "startsWith" else unit == self.needle

    @staticmethod
    def _search_expression(
        expression: "regex.Pattern[bytes]", unit: bytes, timeout_s: float
    ) -> Found | None:
        try:
            match = expression.search(unit, timeout=timeout_s, concurrent=True)
        except TimeoutError as error:
            raise RuleTimeoutError from error
        if match is None:
            return None
        captures = {str(number): match[number] or b"" for number in range(expression.groups + 1)}
        return Found(captures | {name: value or b"" for name, value in match.groupdict().items()})


def compile_rule(rule: RuleEntry) -> tuple[Matcher, ReplyTemplate] | RuleFault:
    """Make what a rule looks for and what it answers, or say what is wrong with it."""
    try:
        matcher = _matcher(rule)
    except (ParseError, PatternError) as error:
        return RuleFault("pattern", error)
    except ValueError:
        return RuleFault("pattern", None)
    try:
        return matcher, parse_reply(rule.reply, capture_names(matcher))
    except ParseError as error:
        return RuleFault("reply", error)


def capture_names(matcher: Matcher) -> frozenset[str]:
    """The captures that a match of this brings."""
    if matcher.expression is None:
        return frozenset([WHOLE])
    numbers = (str(number) for number in range(matcher.expression.groups + 1))
    return frozenset([*numbers, *matcher.expression.groupindex])


def _matcher(rule: RuleEntry) -> Matcher:
    if rule.match == "always":
        return Matcher("always")
    if rule.match == "regex":
        return Matcher("regex", b"", compile_pattern(rule.pattern, SearchKind.REGEX).expression)
    needle = (parse_hex if rule.pattern_format == "hex" else parse_text)(rule.pattern)
    if not needle and rule.match != "equals":
        raise ValueError("nothing to look for")
    return Matcher(rule.match, needle)
