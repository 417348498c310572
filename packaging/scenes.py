"""What the pictures show: one conversation for each panel and each window, held for real."""

import asyncio
import socket
from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import TypeAlias

from msgspec.structs import replace
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QDockWidget, QTabBar, QTableView, QTabWidget, QWidget
from stage import HERE, PAUSE_S, Stage, connect, free_port, until, visible

from socket_workbench.panels.script_examples import ScriptExample, example_source
from socket_workbench.panels.tcp_server_certificates import ServerIdentity, generate_identity
from socket_workbench.practice.server import PracticeKind, PracticeServer
from socket_workbench.session.fields import ComposerEntry, Preset
from socket_workbench.session.script_entries import LegacyCallEntry, LegacyEntry, ScriptEntry
from socket_workbench.session.tcp_entries import (
    ClientTlsEntry,
    ReplyEntry,
    ResponderEntry,
    RuleEntry,
    ServerTlsEntry,
    TcpClientEntry,
    TcpServerEntry,
    TrustedEntry,
)
from socket_workbench.session.udp_entries import GroupEntry, MulticastEntry, UdpEntry
from socket_workbench_ui.panels.legacy import LegacyPanel
from socket_workbench_ui.wired.panel import Panel

STREAM_S = 8.0
GROUP, GROUP_PORT = "239.255.0.1", 5007
REQUEST = r"GET /status HTTP/1.1\r\nHost: localhost\r\n\r\n"
JSON_REPLY = (
    r"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 27\r\n\r\n"
    '{"pump": "on", "bar": 4.25}'
)
RULES = (
    RuleEntry(
        name="temperature",
        match="regex",
        pattern=r"^GET temp (?<room>\w+)",
        reply=ReplyEntry(text=r"${room} 21.5 C at ${timestamp:iso}\r\n", delay_ms=20),
    ),
    RuleEntry(
        name="greeting", match="startsWith", pattern="HELLO", reply=ReplyEntry(text=r"HI\r\n")
    ),
    RuleEntry(name="bye", pattern="QUIT", reply=ReplyEntry(text=r"closing\r\n", then="close")),
)


Play: TypeAlias = Callable[[Stage], AbstractAsyncContextManager[None]]


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture's name, and what happens before it is taken."""

    name: str
    play: Play


@asynccontextmanager
async def start(stage: Stage) -> AsyncGenerator[None]:
    """The page that everybody sees first."""
    await until(stage.workbench.window.start_page.isVisible)
    yield


@asynccontextmanager
async def workbench(stage: Stage) -> AsyncGenerator[None]:
    """Several connections side by side: what the program is for."""
    async with (
        PracticeServer(PracticeKind.HTTP) as http,
        PracticeServer(PracticeKind.ECHO) as echo,
    ):
        frame = ComposerEntry(format="hex", text="01 03 00 00 00 0a c5 cd")
        for title, server, composer in (
            ("telemetry", echo, frame),
            ("http probe", http, ComposerEntry(text=REQUEST.replace("/status", "/"))),
        ):
            await stage.send(await stage.begin(client_of(title, server, composer)))
        await stage.show_newest()
        yield


@asynccontextmanager
async def tcp_client(stage: Stage) -> AsyncGenerator[None]:
    """A secured connection to a panel of the same window, with its options open."""
    identity, port = make_identity(), free_port(8443)
    await stage.begin(secured_server(identity, port))
    trusted = TrustedEntry(
        host=HERE, port=port, sha256=identity.facts.sha256, title=identity.facts.subject
    )
    panel = await stage.begin(secured_client(port, trusted))
    for _ in range(2):
        await stage.send(panel, 2)
    stage.click("optionsButton", panel.page)
    stage.find(QTabBar, "optionTabs", panel.page).setCurrentIndex(1)
    await stage.show_newest()
    yield


@asynccontextmanager
async def certificate(stage: Stage) -> AsyncGenerator[None]:
    """A certificate that nobody vouches for, looked at."""
    identity, port = make_identity(), free_port(8443)
    await stage.begin(secured_server(identity, port))
    panel = stage.open(secured_client(port))
    panel.begin()
    notice = stage.find(QWidget, "notice", panel.page)
    await until(notice.isVisible)
    stage.click("noticeOfferButton", panel.page)
    await until(lambda: visible(panel.page, "certificateDialog"))
    yield


@asynccontextmanager
async def tcp_server(stage: Stage) -> AsyncGenerator[None]:
    """Clients of a server that is answered by rules."""
    async with serving(stage) as panel:
        table = stage.find(QTableView, "clientList", panel.page)
        flags = QItemSelectionModel.SelectionFlag
        index = table.model().index(1, 0)
        table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        await stage.show_newest()
        yield


@asynccontextmanager
async def rules(stage: Stage) -> AsyncGenerator[None]:
    """The rules of that server."""
    async with serving(stage) as panel:
        stage.click("responderButton", panel.page)
        await until(lambda: visible(stage.workbench.window, "responderDialog"))
        yield


@asynccontextmanager
async def serving(stage: Stage) -> AsyncGenerator[Panel]:
    """A server with three clients that have asked something."""
    port = free_port(7007)
    entry = TcpServerEntry(
        title="lab server",
        port=port,
        responder=ResponderEntry(mode="rules", framing="line", rules=RULES),
    )
    async with AsyncExitStack() as stack:
        panel = await stage.begin(replace(entry, composer=ComposerEntry(text=r"NEWS 1\r\n")))
        for words in (("HELLO", "GET temp lab"), ("GET temp attic",), ("HELLO", "QUIT")):
            reader, writer = await connect(port)
            stack.callback(writer.close)
            for word in words:
                writer.write(f"{word}\r\n".encode())
                await reader.readline()
        # Rows of clients and their bytes are drawn with the next frames.
        await asyncio.sleep(PAUSE_S)
        yield panel


@asynccontextmanager
async def udp(stage: Stage) -> AsyncGenerator[None]:
    """Datagrams from and to several peers."""
    async with PracticeServer(PracticeKind.ECHO, is_udp=True) as echo:
        port = free_port(9000)
        entry = UdpEntry(
            title="sensors",
            address=HERE,
            port=port,
            peer_host=HERE,
            peer_port=echo.endpoint.port,
            composer=ComposerEntry(text='{"seq": ${counter:1}, "at": "${timestamp:iso}"}'),
            presets=(Preset(name="ping", text="ping", key="F7"),),
        )
        panel = await stage.begin(entry)
        for number in range(3):
            await stage.send(panel)
            with socket.socket(type=socket.SOCK_DGRAM) as far:
                far.bind((HERE, 0))
                for reading in range(number + 1):
                    far.sendto(f"sensor {number} reads {20 + reading}".encode(), (HERE, port))
        await stage.show_newest()
        yield


@asynccontextmanager
async def multicast(stage: Stage) -> AsyncGenerator[None]:
    """A group on the loopback adapter, with two members in the same window."""
    name = socket.if_indextoname(1)
    member = MulticastEntry(
        title="group",
        group=GROUP,
        port=free_port(GROUP_PORT),
        adapter=name,
        groups=(GroupEntry(group=GROUP, adapter=name),),
        composer=ComposerEntry(text="hello, group (${counter})"),
    )
    await stage.begin(replace(member, title="member 2"))
    panel = await stage.begin(replace(member, title="member 1"))
    for _ in range(2):
        await stage.send(panel, 2)
    await stage.show_newest()
    yield


@asynccontextmanager
async def script(stage: Stage) -> AsyncGenerator[None]:
    """An example that has run, its objects unfolded."""
    port, example = free_port(8080), example_source(ScriptExample.HTTP_SERVER)
    text = example.replace("PORT = 0", f"PORT = {port}")
    await stage.begin(ScriptEntry(title="http server", text=text))
    for path in ("/", "/info"):
        await asyncio.sleep(PAUSE_S)
        reader, writer = await connect(port)
        writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        await reader.read()
        writer.close()
    await stage.show_newest()
    yield


@asynccontextmanager
async def legacy(stage: Stage) -> AsyncGenerator[None]:
    """An old app's calls, one after the other."""
    async with PracticeServer(PracticeKind.ECHO) as echo:
        panel = stage.open(LegacyEntry(title="old app"))
        page = panel.page
        assert isinstance(page, LegacyPanel)
        port = str(echo.endpoint.port)
        for method, arguments in (
            ("create", {"type": "tcp"}),
            ("connect", {"socketId": "1", "hostname": HERE, "port": port}),
            ("write", {"socketId": "1", "data": r"hello, 2012\r\n"}),
            ("read", {"socketId": "1"}),
            ("getInfo", {"socketId": "1"}),
            ("read", {"socketId": "1"}),
        ):
            page.show_call(LegacyCallEntry(method=method, arguments=arguments))
            page.request_call()
            await asyncio.sleep(PAUSE_S)
        yield


@asynccontextmanager
async def graph(stage: Stage) -> AsyncGenerator[None]:
    """A stream, drawn."""
    async with PracticeServer(PracticeKind.CHARGEN) as chargen:
        chargen.pause_s = 0.002
        await stage.begin(client_of("stream", chargen, ComposerEntry()))
        dock = stage.find(QDockWidget, "throughputGraphDock")
        dock.show()
        dock.raise_()
        await asyncio.sleep(STREAM_S)
        yield


@asynccontextmanager
async def palette(stage: Stage) -> AsyncGenerator[None]:
    """Commands found by a few letters."""
    async with workbench(stage):
        stage.workbench.window.commands["palette"].trigger()
        await until(lambda: visible(stage.workbench.window, "palette"))
        yield


@asynccontextmanager
async def settings(stage: Stage) -> AsyncGenerator[None]:
    """The keys in the settings."""
    stage.workbench.window.commands["settings"].trigger()
    await until(lambda: visible(stage.workbench.window, "settingsDialog"))
    stage.find(QWidget, "settingsDialog").findChildren(QTabWidget)[0].setCurrentIndex(1)
    yield


@asynccontextmanager
async def guide(stage: Stage) -> AsyncGenerator[None]:
    """The user guide."""
    stage.workbench.help.open_at("composer")
    await until(lambda: visible(stage.workbench.window, "helpWindow"))
    yield


SCENES = tuple(
    Scene(play.__name__.replace("_", "-"), play)
    for play in (
        start,
        workbench,
        tcp_client,
        certificate,
        tcp_server,
        rules,
        udp,
        multicast,
        script,
        legacy,
        graph,
        palette,
        settings,
        guide,
    )
)


def client_of(title: str, server: PracticeServer, composer: ComposerEntry) -> TcpClientEntry:
    """The fields of a panel that talks to `server`."""
    host, port = server.endpoint.host, server.endpoint.port
    return TcpClientEntry(title=title, name=title, host=host, port=port, composer=composer)


def secured_server(identity: ServerIdentity, port: int) -> TcpServerEntry:
    """A server with a certificate made for tests, that answers every request."""
    return TcpServerEntry(
        title="test server",
        port=port,
        tls=ServerTlsEntry(is_on=True, generated=identity.pem),
        responder=ResponderEntry(mode="fixed", fixed=ReplyEntry(text=JSON_REPLY)),
    )


def secured_client(port: int, *trusted: TrustedEntry) -> TcpClientEntry:
    """A client of it."""
    return TcpClientEntry(
        title="api over TLS",
        host=HERE,
        port=port,
        tls=ClientTlsEntry(is_on=True, trusted=trusted),
        composer=ComposerEntry(text=REQUEST),
    )


def make_identity() -> ServerIdentity:
    """A certificate as the server panel makes it."""
    return generate_identity(["localhost", HERE], days=30)
