"""Make the pictures of the README: the real window in a real conversation, in both themes.

    .venv/bin/python packaging/screenshots.py [FOLDER]

Needs no display and nothing outside this machine; the servers are the practice servers.
"""

import asyncio
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from socket_workbench.folders import Folders
from socket_workbench.practice.server import PracticeKind, PracticeServer
from socket_workbench.session.fields import ComposerEntry
from socket_workbench.session.schema import Session
from socket_workbench.session.tcp_entries import TcpClientEntry
from socket_workbench.settings import Theme
from socket_workbench_ui.qt_loop import new_event_loop
from socket_workbench_ui.wiring import open_workbench
from socket_workbench_ui.workbench import Workbench

HERE = Path(__file__).resolve().parent
SIZES = {"": (1600, 960), "-small": (1024, 640)}
THEMES: tuple[Theme, ...] = ("light", "dark")
REQUEST = r"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
PATIENCE_S = 10.0


def main() -> None:
    """Write the pictures to the folder on the command line, or beside this file."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    with asyncio.Runner(loop_factory=lambda: new_event_loop(app)) as runner:
        for theme in THEMES:
            for suffix, size in SIZES.items():
                picture = folder / f"workbench-{theme}{suffix}.png"
                runner.run(take(app, theme, size, picture))
                print(picture)


async def take(app: QApplication, theme: Theme, size: tuple[int, int], picture: Path) -> None:
    """Open a window, hold a conversation in it and photograph it."""
    with tempfile.TemporaryDirectory() as state:
        folders = Folders(config=Path(state) / "config", state=Path(state) / "state")
        async with (
            PracticeServer(PracticeKind.HTTP) as http,
            PracticeServer(PracticeKind.ECHO) as echo,
            open_workbench(app, folders) as workbench,
        ):
            workbench.window.resize(*size)
            running = asyncio.get_running_loop().create_task(workbench.run())
            await until(workbench.window.isVisible)
            workbench.preferences.theme_chosen(theme)
            await converse(workbench, http, echo)
            workbench.window.grab().save(str(picture))
            workbench.leave()
            await running


async def converse(workbench: Workbench, http: PracticeServer, echo: PracticeServer) -> None:
    """Two panels that talk, one that is refused."""
    panels = workbench.panels
    telemetry = ComposerEntry(format="hex", text="01 03 00 00 00 0a c5 cd")
    panels.show_session(
        Session(
            version=1,
            panels=(
                entry("telemetry", echo, composer=telemetry),
                entry("http probe", http, composer=ComposerEntry(text=REQUEST)),
            ),
        )
    )
    for index in range(2):
        workbench.window.tabs.setCurrentIndex(index)
        panel = panels.current
        assert panel is not None
        panel.begin()
        await until(lambda panel=panel: panel.is_open)
        before = workbench.capture.totals().events_in
        panel.send()
        await until(lambda before=before: workbench.capture.totals().events_in > before)
    await workbench.capture.flush()
    await until(lambda: workbench.log.show_event(workbench.capture.count))
    await asyncio.sleep(3.5)  # let rates and answer time settle; a picture, not a test


def entry(title: str, server: PracticeServer, *, composer: ComposerEntry) -> TcpClientEntry:
    """The fields of a panel that talks to `server`."""
    host, port = server.endpoint.host, server.endpoint.port
    return TcpClientEntry(title=title, name=title, host=host, port=port, composer=composer)


async def until(is_so: Callable[[], bool]) -> None:
    """Wait for something that no signal tells."""
    async with asyncio.timeout(PATIENCE_S):
        while not is_so():  # noqa: ASYNC110 - see above
            await asyncio.sleep(0.01)


if __name__ == "__main__":
    main()
