"""An app context: one owner of sockets, with its namespaces, ids, permissions and record."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, cast

from socket_workbench.chrome.arguments import BoundArguments, check
from socket_workbench.chrome.calls import Outcome, Reply
from socket_workbench.chrome.context import AppContext, Gate, Handler, panel_title
from socket_workbench.chrome.live import LiveSocket, live_socket
from socket_workbench.chrome.manifest import Manifest
from socket_workbench.chrome.namespace import ApiSocket, Namespace, SocketNamespace
from socket_workbench.chrome.network import SystemNetwork
from socket_workbench.chrome.records import CaptureSink
from socket_workbench.chrome.runtime import AppNamespace, Runtime
from socket_workbench.chrome.slips import Compat
from socket_workbench.chrome.socket import Socket
from socket_workbench.chrome.sockets_tcp import SocketsTcp
from socket_workbench.chrome.sockets_tcp_server import SocketsTcpServer
from socket_workbench.chrome.sockets_udp import SocketsUdp
from socket_workbench.chrome.types import LaunchData
from socket_workbench.tasks import TaskScope


class Sockets:
    """`chrome.sockets`."""

    def __init__(self, context: AppContext) -> None:
        self.tcp = SocketsTcp(context)
        self.tcpServer = SocketsTcpServer(context, self.tcp)
        self.udp = SocketsUdp(context)


class System:
    """`chrome.system`."""

    def __init__(self, context: AppContext) -> None:
        self.network = SystemNetwork(context)


class ChromeApp:
    """One app: `app.sockets.tcp.create()` and so on, as `chrome.*` in JavaScript.

    Methods take their arguments as in JavaScript, by position or by name, and check them before
    anything happens (`ApiTypeError`). They return something to await, or leave: awaiting gives the
    callback's argument, or raises `ApiError`. `callback=` is called once instead or as well, later
    than the call returns, with `runtime.lastError` set while it runs.

    `sockets`, `socket` and `system` are there in Python whatever the manifest says; what it does
    not grant is denied, and `namespaces` tells what JavaScript has.
    """

    def __init__(
        self,
        manifest: Manifest,
        capture: CaptureSink,
        scope: TaskScope,
        compat: Compat = Compat.DOCUMENTED,
        label: str = "window",
    ) -> None:
        """Make an app context.

        Args:
            manifest: What the app may do.
            capture: Gets every call, result and event.
            scope: Owner of the app's tasks; a child scope is opened in it.
            compat: What to do where Chromium contradicts its documentation.
            label: Name of the context in the record: `window`, or a script's name.
        """
        self._context = AppContext(
            manifest=manifest, capture=capture, scope=scope.child(), compat=compat, label=label
        )
        self.compat = compat
        self.runtime = Runtime(self._context)
        self.app = AppNamespace()
        self.sockets = Sockets(self._context)
        self.socket = Socket(self._context)
        self.system = System(self._context)
        self._namespaces: dict[str, Namespace] = {}
        for namespace in (
            self.sockets.tcp,
            self.sockets.tcpServer,
            self.sockets.udp,
            self.socket,
            self.system.network,
        ):
            self.add_namespace(namespace)

    def add_namespace(self, namespace: Namespace) -> None:
        """Let `invoke` call the methods of a further namespace."""
        self._namespaces[namespace.name] = namespace

    @property
    def context(self) -> AppContext:
        """What the app's namespaces share; for namespaces beside Chrome's."""
        return self._context

    @property
    def namespaces(self) -> tuple[str, ...]:
        """Full names of the socket namespaces that the manifest gives to scripts."""
        manifest = self._context.manifest
        return (
            *(
                ("sockets.tcp", "sockets.tcpServer", "sockets.udp")
                if manifest.sockets is not None
                else ()
            ),
            *(("socket",) if manifest.legacy is not None else ()),
            *(("system.network",) if manifest.has_system_network else ()),
        )

    def invoke(self, name: str, args: Sequence[Any], reply: Reply) -> BoundArguments:
        """Call a method the way JavaScript does, by its full name.

        `reply` gets exactly one `Outcome(args, error, dropped)`, on the loop, later than this
        returns and in order with other replies and events: the callback's arguments (buffers are
        `bytes`), the text of `lastError` or `None`, and whether Chromium never runs the callback.
        Whether the caller gave a callback or wants a promise is in the result: its `callback` is
        what was passed for it, `None` when it was left out.

        Args:
            name: `sockets.tcp.connect`.
            args: Raw arguments, the callback included; see `arguments.check` for how undefined,
                functions and buffers are written.
            reply: Told the outcome, also when there is no callback.

        Raises:
            ApiTypeError: With Chromium's text; nothing has happened and `reply` is never called.
        """
        bound = check(name, args)
        self.perform(name, bound.values, reply)
        return bound

    def perform(self, name: str, values: Sequence[Any], reply: Reply) -> None:
        """As `invoke`, for who has checked the arguments already, as JavaScript's bindings do.

        Args:
            name: `sockets.tcp.connect`.
            values: One per parameter without the callback, as `arguments.check` gives them.
            reply: Told the outcome.
        """
        namespace, _, method = name.rpartition(".")
        self._namespaces[namespace].start(method, values, reply)

    def expect_settle(self) -> None:
        """Outcomes may wait for a `settle` that follows in this turn of the loop."""
        self._context.replies.hold()

    def settle(self) -> None:
        """Give the outcomes that are there to their `reply` now.

        They come in the next turn of the loop anyway; who has handed over a batch of calls and
        waits for what becomes of them saves that turn.
        """
        self._context.replies.release()

    def subscribe(self, handler: Handler, gate: Gate | None = None) -> None:
        """Call `handler(full_name, info)` for every event of the app, after its listeners.

        `info` is what listeners get, with `data` as `bytes`; it must not be changed. Results that
        came before an event have been given to their `reply` before. Reading waits while `gate`
        has no room.
        """
        self._context.subscribers = (*self._context.subscribers, handler)
        if gate is not None:
            self._context.gates = (*self._context.gates, gate)

    @contextmanager
    def panel_scope(self, title: str) -> Generator[None]:
        """Sockets that are created inside belong to the panel of this title."""
        token = panel_title.set(title)
        try:
            yield
        finally:
            panel_title.reset(token)

    @property
    def revision(self) -> int:
        """Grows whenever the state of any live socket changed."""
        return self._context.revision

    @property
    def dropped_datagrams(self) -> int:
        """Datagrams that the kernel had no room for, on any socket, as far as was noticed."""
        return self._context.dropped_datagrams

    def live(self) -> tuple[LiveSocket, ...]:
        """All living sockets, in the order of their creation within each namespace."""
        return tuple(map(live_socket, self._sockets()))

    def live_keys(self) -> tuple[int, ...]:
        """Keys of all living sockets; far cheaper than to look at each."""
        return tuple(one.key for one in self._sockets())

    def live_of(self, key: int) -> LiveSocket | None:
        """The living socket of this key; `None` when there is none."""
        return next((live_socket(one) for one in self._sockets() if one.key == key), None)

    def find(self, namespace: str, socketId: int) -> LiveSocket | None:
        """One living socket; `None` when there is no such id."""
        owners = (one for one in self._socket_namespaces() if one.name == namespace)
        found = (live_socket(one.sockets[socketId]) for one in owners if socketId in one.sockets)
        return next(found, None)

    def launch(self, data: LaunchData | None = None) -> None:
        """Raise `app.runtime.onLaunched`."""
        self._context.emit(self.app.runtime.onLaunched, data or {"source": "command_line"})

    def suspend(self) -> None:
        """End the background page: `runtime.onSuspend`, then only persistent sockets stay.

        Callbacks that wait are dropped and listeners are gone with the page. What persistent
        sockets receive is held back for `resume`, and they soon stop to read.
        """
        for listener in self.runtime.onSuspend.listeners:
            self._context.answer(listener, Outcome())
        self._shut(keep_persistent=True)
        self._context.suspend()

    def resume(self) -> None:
        """Begin a new background page; ids go on where they were."""
        self._context.resume()

    def reload(self) -> None:
        """Close every socket and forget listeners; calls that wait are dropped. Ids go on."""
        self._shut(keep_persistent=False)
        self._context.resume()

    def _shut(self, *, keep_persistent: bool) -> None:
        self._context.drop_calls()
        for namespace in self._socket_namespaces():
            for socket in tuple(namespace.sockets.values()):
                if not (keep_persistent and socket.persistent):
                    del namespace.sockets[socket.id]
                    socket.discard()
        for namespace in self._namespaces.values():
            namespace.forget_listeners()
        self._context.touch()

    async def aclose(self) -> None:
        """Close every socket and end every task; calls that wait are dropped. Idempotent."""
        self._shut(keep_persistent=False)
        self._context.subscribers = ()
        await self._context.scope.aclose()
        self._context.drop_calls()
        self._context.replies.flush()

    def _sockets(self) -> Iterator[ApiSocket]:
        return (
            one for namespace in self._socket_namespaces() for one in namespace.sockets.values()
        )

    def _socket_namespaces(self) -> list[SocketNamespace[Any]]:
        return [
            cast("SocketNamespace[Any]", one)
            for one in self._namespaces.values()
            if isinstance(one, SocketNamespace)
        ]
