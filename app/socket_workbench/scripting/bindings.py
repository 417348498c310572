"""Connects a script in its process with an app context: calls there, outcomes and events back."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Protocol, cast

from socket_workbench.chrome.calls import Outcome, Reply
from socket_workbench.chrome.signatures import SIGNATURES
from socket_workbench.scripting.channel import Channel
from socket_workbench.scripting.faults import fault_from_stack
from socket_workbench.scripting.storage import Change, Storage
from socket_workbench.scripting.watcher import ConsoleLine, ScriptWatcher

STORAGE: Final = "storage.local."

DATA: Final = "data"
"""The one member of results and events that is binary."""

_BINARY_PLACES: Final = {
    name: next(
        (place for place, one in enumerate(signature.parameters) if one.type_name == "binary"), -1
    )
    for name, signature in SIGNATURES.items()
}


class InvokableApp(Protocol):
    """The part of `ChromeApp` that a script needs."""

    def perform(self, name: str, values: Sequence[Any], reply: Reply) -> None:
        """Begin a call whose arguments were checked; `reply` gets its outcome once, later."""
        ...


class Bindings:
    """Serves one V8: it is replaced with it, the app and the storage stay."""

    def __init__(
        self,
        app: InvokableApp,
        channel: Channel,
        *,
        storage: Storage,
        save: Callable[[], None],
        watcher: ScriptWatcher,
    ) -> None:
        self._app, self._channel = app, channel
        self._storage, self._save = storage, save
        self._watcher = watcher
        self.pending = 0
        """Calls without an outcome yet."""

    def on_item(self, item: list[Any], data: bytes) -> None:
        """Do what the script asks for."""
        match item[0]:
            case "c":
                self._call(item[1], item[2], item[3], data)
            case "l":
                self._watcher.console(ConsoleLine(item[1], item[2], item[3]))
            case "x":
                self._watcher.fault(fault_from_stack(*item[1:4]))
            case _:
                self._watcher.closed()

    def on_event(self, name: str, info: Mapping[str, Any]) -> None:
        """Pass an event of the app on."""
        members, data = _split(info)
        self._channel.post(["e", name, members, None], data)

    def fire(self, name: str, info: Mapping[str, Any] | None = None) -> None:
        """Raise an event that is not of sockets."""
        self._channel.post(["e", name, info, None])

    def _call(self, number: int, name: str, values: list[Any], data: bytes) -> None:
        self.pending += 1
        if name.startswith(STORAGE):
            self._reply(number, self._store(name.removeprefix(STORAGE), values))
            return
        place = _BINARY_PLACES[name]
        if place >= 0:
            values[place] = data
        self._app.perform(name, values, lambda outcome: self._reply(number, outcome))

    def _reply(self, number: int, outcome: Outcome) -> None:
        self.pending -= 1
        if outcome.dropped:
            self._channel.post(["d", number, None])
            return
        args, data = outcome.args, None
        if args and isinstance(args[0], Mapping):
            info, data = _split(cast("Mapping[str, Any]", args[0]))
            args = (info, *args[1:])
        self._channel.post(["r", number, args, outcome.error, None], data)

    def _store(self, method: str, values: list[Any]) -> Outcome:
        if method == "get":
            return Outcome((self._storage.get(*values),))
        if method == "getBytesInUse":
            return Outcome((self._storage.size_bytes(*values),))
        try:
            change: Change = getattr(self._storage, method)(*values)
        except ValueError as error:
            return Outcome((), str(error))
        if change:
            self._save()
            self._channel.post(["s", change, None])
        return Outcome()


def _split(info: Mapping[str, Any]) -> tuple[Mapping[str, Any], bytes | None]:
    """The members of an object, and its binary one apart (its place is kept)."""
    data = info.get(DATA)
    if not isinstance(data, bytes):
        return info, None
    return {**info, DATA: None}, data
