"""What namespaces share: methods, ids, and how a call reaches its socket."""

import functools
import inspect
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, Concatenate, Generic, ParamSpec, TypeVar

from typing_extensions import override

from socket_workbench.capture.records import SocketIdentity
from socket_workbench.chrome.arguments import UNDEFINED, check
from socket_workbench.chrome.calls import Call, Outcome, Pending, Reply
from socket_workbench.chrome.context import AppContext, panel_title
from socket_workbench.chrome.errors import SOCKET_NOT_FOUND
from socket_workbench.chrome.events import ChromeEvent
from socket_workbench.chrome.types import SocketProperties
from socket_workbench.net.tls import TlsDetails

P = ParamSpec("P")
R = TypeVar("R")
N = TypeVar("N", bound="Namespace")

_BODY = "api_body"
"""Attribute under which a method keeps its body."""


def api_method(
    body: Callable[Concatenate[N, Call[R], P], None],
) -> Callable[Concatenate[N, P], Pending[R]]:
    """Make a method of the API from its body.

    The method takes the arguments as JavaScript does, by position or by name, the callback last or
    as `callback=`. The body gets the call and the checked values, and ends the call when it will.
    """
    names = list(inspect.signature(body).parameters)[2:]

    @functools.wraps(body)
    def method(self: N, *args: P.args, **kwargs: P.kwargs) -> Pending[R]:
        raw = by_position(names, args, kwargs) if kwargs else args
        return self.call(body.__name__, raw)

    vars(method)[_BODY] = body
    return method


def by_position(names: Sequence[str], args: Sequence[Any], kwargs: Mapping[str, Any]) -> list[Any]:
    """Put arguments given by name where they belong.

    Raises:
        TypeError: No such name, or given twice.
    """
    raw = list(args)
    for name, value in kwargs.items():
        place = names.index(name) if name in names else -1
        if place < len(args):
            problem = "was given twice" if place >= 0 else "does not exist"
            raise TypeError(f"argument {name!r} {problem}")
        raw.extend([UNDEFINED] * (place + 1 - len(raw)))
        raw[place] = value
    return raw


class Namespace:
    """Methods of one namespace by name, and how a call of one begins."""

    name: ClassVar[str]

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._methods: dict[str, tuple[str, Callable[..., None]]] = {
            name: (f"{self.name}.{name}", vars(method)[_BODY])
            for name, method in inspect.getmembers(type(self), inspect.isfunction)
            if _BODY in vars(method)
        }
        """Full name and body of each."""

    def forget_listeners(self) -> None:
        """Remove every listener of every event."""
        for member in vars(self).values():
            if isinstance(member, ChromeEvent):
                member.listeners = ()

    def call(self, method: str, raw: Sequence[Any]) -> Pending[Any]:
        """Call as Python does: the callback is optional, the result can be awaited."""
        pending: Pending[Any] = Pending()
        bound = check(self._methods[method][0], raw, callback_required=False)
        if bound.callback is None:
            self.start(method, bound.values, pending.settle, at_once=True)
            return pending

        def reply(outcome: Outcome) -> None:
            pending.settle(outcome)
            if not outcome.dropped:
                self._context.answer(bound.callback, outcome)

        self.start(method, bound.values, reply)
        return pending

    def start(
        self, method: str, values: Sequence[Any], reply: Reply, *, at_once: bool = False
    ) -> None:
        """Begin a call whose arguments have been checked; `at_once` as in `Call`."""
        socket = self._subject(method, values)
        key, peer = (None, "") if socket is None else (socket.key, socket.peer_text)
        shown = self._shown(values)
        name, body = self._methods[method]
        call = self._context.begin(key, name, shown, reply, peer=peer, at_once=at_once)
        body(self, call, *values)

    def _shown(self, values: Sequence[Any]) -> Sequence[Any]:
        """The arguments as they may be recorded."""
        return values

    def _subject(self, method: str, values: Sequence[Any]) -> "ApiSocket | None":
        """The socket that a call is about, for the record."""
        del method, values
        return None


class ApiSocket(ABC):
    """What every socket has that a script can name by an id."""

    def __init__(self, context: AppContext, identity: SocketIdentity) -> None:
        self._context = context
        self.identity = identity
        self.id, self.key = identity.socket_id, identity.key
        self.persistent, self.name = False, ""
        self.cause = ""
        """Why the last operation failed, for the views."""

    peer_text = ""
    """`host:port` of the far side, for the record."""

    @property
    def is_listening(self) -> bool:
        """Whether it waits for connections."""
        return False

    @property
    def tls_details(self) -> TlsDetails | None:
        """What a TLS connection agreed on; `None` for all others."""
        return None

    def update(self, properties: SocketProperties) -> None:
        """Change the members given; an empty name counts as unset."""
        self.persistent = properties.get("persistent", self.persistent)
        self.name = properties.get("name", self.name)
        self._context.touch()

    @abstractmethod
    def info(self) -> Mapping[str, Any]:
        """The socket as `getInfo` gives it."""

    @abstractmethod
    def shut(self) -> bool:
        """Close everything at once; true if an `onReceiveError` follows."""

    def discard(self) -> bool:
        """Shut for good; the socket has left its namespace."""
        return self.shut()


S = TypeVar("S", bound=ApiSocket)


class SocketNamespace(Namespace, Generic[S]):
    """A namespace with sockets; ids count from 1 and are never used again."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.sockets: dict[int, S] = {}
        self._last_id = 0

    @abstractmethod
    def _make(self, identity: SocketIdentity, values: Sequence[Any]) -> S:
        """Make a socket of this namespace; `values` are the arguments of `create`, if any."""

    def add(self, values: Sequence[Any] = (), *, parent: int | None = None, panel: str = "") -> S:
        """Make a socket with the next id."""
        self._last_id += 1
        context = self._context
        key = context.capture.add_socket(
            context=context.label,
            namespace=self.name,
            socket_id=self._last_id,
            panel=panel,
            parent=parent,
        )
        identity = SocketIdentity(
            key=key,
            context=context.label,
            namespace=self.name,
            socket_id=self._last_id,
            panel=panel,
            parent=parent,
        )
        socket = self._make(identity, values)
        self.sockets[socket.id] = socket
        context.touch()
        return socket

    @override
    def _subject(self, method: str, values: Sequence[Any]) -> S | None:
        if method == "create":  # made first, so that the call is recorded as the socket's own
            return self.add(values, panel=panel_title.get() or self._context.panel)
        return self.sockets.get(values[0]) if values else None

    @property
    def _newest(self) -> S:
        """The socket that `_subject` made for the call of `create` that runs now."""
        return self.sockets[self._last_id]

    def _find(self, call: Call[Any], socket_id: int, *args: Any) -> S | None:
        """The socket, or `None` after the call failed with `args` because there is none."""
        socket = self.sockets.get(socket_id)
        if socket is None:
            call.fail(SOCKET_NOT_FOUND, *args)
        return socket
