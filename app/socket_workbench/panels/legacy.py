"""The legacy panel without widgets: calls of `chrome.socket`, several at once, with results."""

import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from socket_workbench.chrome.arguments import ApiTypeError
from socket_workbench.chrome.calls import Outcome
from socket_workbench.chrome.records import result_code, to_json
from socket_workbench.panels.javascript_text import call_text
from socket_workbench.panels.legacy_form import (
    METHODS,
    NAMESPACE,
    SOCKET_ID,
    ArgumentError,
    draft_of,
    raw_arguments,
)
from socket_workbench.panels.legacy_state import (
    CallStatus,
    LegacyCall,
    LegacySocketRow,
    LegacyState,
    LegacyView,
)
from socket_workbench.panels.messages import Message, Severity
from socket_workbench.panels.notice import Notice
from socket_workbench.panels.panel_state import ShownState
from socket_workbench.panels.socket_notices import call_failed
from socket_workbench.session.script_entries import LegacyCallEntry

if TYPE_CHECKING:
    from socket_workbench.chrome.app import ChromeApp

Clock = Callable[[], float]

MOST_CALLS = 200
"""Calls that the panel keeps; the log has all."""
READING = ("read", "recvFrom")
KEPT_BYTES = 256
"""Of what a call has read; the conversation has all."""


class LegacyController:
    """One panel's behaviour; it owns the sockets that its calls make."""

    def __init__(
        self,
        app: "ChromeApp",
        view: LegacyView,
        *,
        title: str = "",
        now_s: Clock = time.monotonic,
    ) -> None:
        self._app, self._view, self._title, self._now_s = app, view, title, now_s
        self._shown = ShownState(view, LegacyState())
        self._show = self._shown.show
        self._form = LegacyCallEntry(method="create")
        self._calls: deque[LegacyCall] = deque(maxlen=MOST_CALLS)
        self._count = 0
        self._own: set[int] = set()
        """Keys of the sockets made here, those that are gone included."""
        self._seen_revision: int | None = None

    @property
    def state(self) -> LegacyState:
        """What the view shows now."""
        return self._shown.state

    def start(self, form: LegacyCallEntry, history: Iterable[LegacyCallEntry]) -> None:
        """Show the form as it was left, and the calls made in another session."""
        for entry in history:
            if entry.method in METHODS:
                self._add(entry, draft_of(entry).code, CallStatus.EARLIER)
        self._show(calls=tuple(self._calls))
        self.form_changed(form)

    async def aclose(self) -> None:
        """Destroy the panel's sockets; nobody is told of that."""
        self._shown.is_closed = True
        for socket in self._own_sockets():
            await self._app.socket.destroy(socket.id)

    def tick(self) -> None:
        """Follow the sockets, if any changed; cheap, called once per frame."""
        if self._seen_revision != self._app.revision:
            self._follow()

    def rename(self, title: str) -> None:
        """Sockets made from now on are recorded with this panel title."""
        self._title = title

    def owns(self, key: int) -> bool:
        """Whether the socket was made here."""
        return key in self._own

    def form_changed(self, entry: LegacyCallEntry) -> None:
        """Judge what stands in the form; what the last call had to tell is read by now."""
        notice = self.state.notice if entry == self._form else None
        self._form = entry
        self._show(draft=draft_of(entry), selected=self._selected(), notice=notice)

    def call_requested(self, entry: LegacyCallEntry) -> None:
        """Make the call; what is no value is not called, wrong arguments are told as thrown."""
        try:
            raw = raw_arguments(entry)
        except ArgumentError as fault:
            self._show(draft=replace(draft_of(entry), fault=fault))
            return
        name = f"{NAMESPACE}.{entry.method}"
        before = {socket.key for socket in self._live()}
        call = self._add(entry, call_text(name, raw, is_short=True), CallStatus.WAITING)
        take = partial(self._take, call.number, name, self._now_s())
        try:
            with self._app.panel_scope(self._title):
                self._app.invoke(name, raw, take)
        except ApiTypeError as error:
            self._put(replace(call, status=CallStatus.THROWN, error=str(error)))
        if entry.method == "create":
            self._own.update(socket.key for socket in self._live() if socket.key not in before)
        self._show(calls=tuple(self._calls), notice=None)

    def disconnect_requested(self) -> None:
        """Disconnect the socket that the form names, where it lives."""
        live = self._named_socket()
        if live is not None:
            arguments = {SOCKET_ID: str(live.id)}
            self.call_requested(LegacyCallEntry(method="disconnect", arguments=arguments))

    def notice_dismissed(self) -> None:
        """Take the notice away."""
        self._show(notice=None)

    def history(self) -> tuple[LegacyCallEntry, ...]:
        """The calls as a session keeps them, each once, the last made last."""
        entries = [call.entry for call in self._calls]
        return tuple(one for at, one in enumerate(entries) if one not in entries[at + 1 :])

    def _take(self, number: int, name: str, began_s: float, outcome: Outcome) -> None:
        call = next((one for one in self._calls if one.number == number), None)
        if call is None or self._shown.is_closed:
            return
        ended = _ended(call, outcome, self._now_s() - began_s)
        self._put(ended)
        self._follow()
        self._show(calls=tuple(self._calls), notice=_notice(name, ended))
        if name == "socket.create" and outcome.args:
            self._view.offer_socket(outcome.args[0]["socketId"])

    def _add(self, entry: LegacyCallEntry, code: str, status: CallStatus) -> LegacyCall:
        self._count += 1
        call = LegacyCall(number=self._count, entry=entry, code=code, status=status)
        self._calls.append(call)
        return call

    def _put(self, call: LegacyCall) -> None:
        place = call.number - self._calls[0].number
        self._calls[place] = call

    def _follow(self) -> None:
        """Make the state agree with the sockets, whoever changed them."""
        self._seen_revision = self._app.revision
        for socket in self._app.live():
            if socket.parent in self._own:
                self._own.add(socket.key)
        self._show(sockets=tuple(self._live()), selected=self._selected())

    def _live(self) -> list[LegacySocketRow]:
        return [
            LegacySocketRow(
                key=socket.key,
                id=socket.identity.socket_id,
                info=socket.info,
                is_listening=socket.is_listening,
                is_own=socket.key in self._own or socket.parent in self._own,
            )
            for socket in self._app.live()
            if socket.identity.namespace == NAMESPACE
        ]

    def _own_sockets(self) -> list[LegacySocketRow]:
        return [socket for socket in self._live() if socket.is_own]

    def _named_socket(self) -> LegacySocketRow | None:
        named = self._form.arguments.get(SOCKET_ID, "").strip()
        return next((socket for socket in self._live() if str(socket.id) == named), None)

    def _selected(self) -> int | None:
        named = self._named_socket()
        return self.state.selected if named is None else named.key


def _ended(call: LegacyCall, outcome: Outcome, elapsed_s: float) -> LegacyCall:
    if outcome.dropped:
        return replace(call, status=CallStatus.DROPPED, elapsed_s=elapsed_s)
    code = result_code(outcome.args)
    has_failed = outcome.error is not None or (code is not None and code < 0)
    argument: Any = outcome.args[0] if outcome.args else None
    data: bytes = argument.get("data", b"") if call.entry.method in READING else b""
    return replace(
        call,
        status=CallStatus.FAILED if has_failed else CallStatus.DONE,
        result=to_json(argument) if outcome.args else "",
        result_code=code,
        data=data[:KEPT_BYTES],
        data_bytes=len(data),
        error=outcome.error or "",
        elapsed_s=elapsed_s,
    )


def _notice(name: str, call: LegacyCall) -> Notice | None:
    """What an ended call has to tell at the panel; nothing when it went well."""
    if call.status is CallStatus.DROPPED:
        return Notice(
            message=Message.CALLBACK_DROPPED, severity=Severity.WARNING, values={"method": name}
        )
    if call.status is not CallStatus.FAILED:
        return None
    if call.error:  # says more than the code, which often is -1 for no better one
        return call_failed(name, call.error)
    values = {"method": name}
    return Notice(message=Message.CALL_GAVE_ERROR, code=call.result_code, values=values)
