"""The legacy panel's calls against real sockets: results, several at once, sockets, history."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from socket_workbench.chrome.app import ChromeApp
from socket_workbench.chrome.slips import Compat
from socket_workbench.panels.legacy import MOST_CALLS, LegacyController
from socket_workbench.panels.legacy_state import CallStatus, LegacyCall, LegacyState
from socket_workbench.panels.messages import Message
from socket_workbench.session.script_entries import LegacyCallEntry
from support.chrome_apps import echo, eventually, refusing_port, running_app, serving

CREATE = LegacyCallEntry(method="create", arguments={"type": "tcp"})


class Panel:
    """A controller with a view that remembers."""

    def __init__(self, app: ChromeApp) -> None:
        self.app = app
        self.offered: list[int] = []
        self.controller = LegacyController(app, self, title="old app")
        self.controller.start(CREATE, ())

    def show_state(self, state: LegacyState) -> None:
        self.state = state

    def offer_socket(self, socket_id: int) -> None:
        self.offered.append(socket_id)

    def call(self, method: str, **arguments: object) -> int:
        """Make a call without waiting for it; gives its number."""
        typed = {name: str(value) for name, value in arguments.items()}
        self.controller.call_requested(LegacyCallEntry(method=method, arguments=typed))
        return self.controller.state.calls[-1].number

    def made(self, number: int) -> LegacyCall:
        return next(call for call in self.controller.state.calls if call.number == number)

    async def result(self, method: str, **arguments: object) -> LegacyCall:
        return await self.end_of(self.call(method, **arguments))

    async def end_of(self, number: int) -> LegacyCall:
        await eventually(lambda: self.made(number).status is not CallStatus.WAITING)
        return self.made(number)

    async def create(self, kind: str = "tcp") -> int:
        await self.result("create", type=kind)
        return self.offered[-1]


@asynccontextmanager
async def open_panel(compat: Compat = Compat.DOCUMENTED) -> AsyncIterator[Panel]:
    async with running_app(compat) as app:
        yield Panel(app)


async def test_create_gives_the_id_and_puts_it_into_the_form() -> None:
    async with open_panel() as panel:
        made = await panel.result("create", type="tcp")

        assert made.status is CallStatus.DONE
        assert made.result == '{"socketId":1}'
        assert panel.offered == [1]
        assert [(socket.id, socket.is_own) for socket in panel.controller.state.sockets] == [
            (1, True)
        ]


async def test_connect_write_and_read_bring_the_data_back() -> None:
    async with serving(echo) as port, open_panel() as panel:
        socket = await panel.create()

        connected = await panel.result("connect", socketId=socket, hostname="127.0.0.1", port=port)
        reading = panel.call("read", socketId=socket)
        written = await panel.result("write", socketId=socket, data="hello")
        read = await panel.end_of(reading)

        assert (connected.result, connected.result_code) == ("0", 0)
        assert written.result == '{"bytesWritten":5}'
        assert read.result == '{"resultCode":5,"data":{"$bytes":5}}'
        assert (read.data, read.data_bytes) == (b"hello", 5)


async def test_several_calls_wait_at_once() -> None:
    async with open_panel() as panel:
        server, client = await panel.create(), await panel.create()
        await panel.result("listen", socketId=server, address="127.0.0.1", port=0)
        panel.controller.tick()
        port = panel.controller.state.sockets[0].info["localPort"]

        accepting = panel.call("accept", socketId=server)
        await panel.result("connect", socketId=client, hostname="127.0.0.1", port=port)
        accepted = await panel.end_of(accepting)
        readings = [panel.call("read", socketId=one) for one in (client, client + 1)]

        assert accepted.result == '{"resultCode":0,"socketId":3}'
        assert panel.controller.state.waiting == 2
        assert [panel.made(one).status for one in readings] == [CallStatus.WAITING] * 2


async def test_accepted_sockets_belong_to_the_panel() -> None:
    async with open_panel() as panel:
        server, client = await panel.create(), await panel.create()
        await panel.result("listen", socketId=server, address="127.0.0.1", port=0)
        panel.controller.tick()
        port = panel.controller.state.sockets[0].info["localPort"]
        accepting = panel.call("accept", socketId=server)
        await panel.result("connect", socketId=client, hostname="127.0.0.1", port=port)
        await panel.end_of(accepting)

        sockets = panel.controller.state.sockets
        assert [socket.id for socket in sockets if socket.is_own] == [1, 2, 3]
        assert all(panel.controller.owns(socket.key) for socket in sockets)


async def test_refused_connection_is_told_with_its_code() -> None:
    async with open_panel() as panel:
        socket = await panel.create()
        with refusing_port() as port:
            failed = await panel.result("connect", socketId=socket, hostname="127.0.0.1", port=port)

        assert (failed.status, failed.result_code) == (CallStatus.FAILED, -102)
        notice = panel.controller.state.notice
        assert notice is not None
        assert (notice.message, notice.code) == (Message.CALL_GAVE_ERROR, -102)


async def test_last_error_is_told_in_its_own_words() -> None:
    async with open_panel() as panel:
        failed = await panel.result("getInfo", socketId=99)

        assert failed.error == "Socket not found"
        notice = panel.controller.state.notice
        assert notice is not None
        assert notice.values["text"] == "Socket not found"


async def test_success_takes_the_notice_away() -> None:
    async with open_panel() as panel:
        await panel.result("getInfo", socketId=99)
        await panel.result("create", type="udp")

        assert panel.controller.state.notice is None


async def test_wrong_arguments_are_thrown_and_nothing_happens() -> None:
    async with open_panel() as panel:
        number = panel.call("connect", socketId="x", hostname="a", port=1)

        thrown = panel.made(number)
        assert thrown.status is CallStatus.THROWN
        assert thrown.error.startswith("Error in invocation of socket.connect(")


async def test_bytes_written_wrongly_are_not_called() -> None:
    async with open_panel() as panel:
        panel.controller.call_requested(
            LegacyCallEntry(
                method="write", arguments={"socketId": "1", "data": "0g"}, data_format="hex"
            )
        )

        assert panel.controller.state.calls == ()
        assert panel.controller.state.draft.fault is not None


async def test_dropped_callback_is_told() -> None:
    async with open_panel(Compat.CHROMIUM) as panel:
        server = await panel.create()
        await panel.result("listen", socketId=server, address="127.0.0.1", port=0)
        accepting = panel.call("accept", socketId=server)
        await panel.result("destroy", socketId=server)

        dropped = await panel.end_of(accepting)
        assert dropped.status is CallStatus.DROPPED


async def test_form_selects_the_socket_that_it_names_and_keeps_it_when_it_is_gone() -> None:
    async with open_panel() as panel:
        socket = await panel.create()
        panel.controller.form_changed(
            LegacyCallEntry(method="read", arguments={"socketId": str(socket)})
        )
        selected = panel.controller.state.selected
        await panel.result("destroy", socketId=socket)

        assert selected is not None
        assert panel.controller.state.selected == selected
        assert panel.controller.state.sockets == ()


async def test_disconnect_ends_the_named_sockets_connection() -> None:
    async with serving(echo) as port, open_panel() as panel:
        socket = await panel.create()
        await panel.result("connect", socketId=socket, hostname="127.0.0.1", port=port)
        panel.controller.form_changed(
            LegacyCallEntry(method="read", arguments={"socketId": str(socket)})
        )

        panel.controller.disconnect_requested()
        await eventually(lambda: panel.controller.state.waiting == 0)
        panel.controller.tick()

        assert panel.controller.state.sockets[0].info["connected"] is False


async def test_sockets_of_others_are_offered_and_left_alone_at_the_end() -> None:
    async with open_panel() as panel:
        other = await panel.app.socket.create("udp")
        await panel.create()
        await panel.controller.aclose()

        left = [socket.identity.socket_id for socket in panel.app.live()]
        assert left == [other["socketId"]]


async def test_sockets_made_here_carry_the_panels_title() -> None:
    async with open_panel() as panel:
        panel.controller.rename("new name")
        await panel.create()

        assert panel.app.live()[0].identity.panel == "new name"


async def test_history_has_each_call_once_with_the_newest_last() -> None:
    async with open_panel() as panel:
        for method in ("create", "getNetworkList", "create"):
            await panel.result(method, **({"type": "tcp"} if method == "create" else {}))

        assert [entry.method for entry in panel.controller.history()] == [
            "getNetworkList",
            "create",
        ]


async def test_calls_of_an_earlier_session_come_back_without_results() -> None:
    async with running_app() as app:
        panel = Panel(app)
        history = (CREATE, LegacyCallEntry(method="noSuchCall"))
        panel.controller.start(CREATE, history)

        calls = panel.controller.state.calls
        assert [(call.entry, call.status) for call in calls] == [(CREATE, CallStatus.EARLIER)]


async def test_only_the_newest_calls_are_kept() -> None:
    async with open_panel() as panel:
        made = [panel.call("destroy", socketId=99) for _ in range(MOST_CALLS + 5)]

        await panel.end_of(made[-1])
        calls = panel.controller.state.calls
        assert (len(calls), calls[0].number) == (MOST_CALLS, 6)
