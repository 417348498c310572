"""A workbench as its user sees it: found by object names, clicked and typed on."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QWidget,
)

from socket_workbench.capture.store import Capture
from socket_workbench.folders import Folders
from socket_workbench.session.fields import TalkEntry
from socket_workbench_ui.wiring import open_workbench
from socket_workbench_ui.workbench import Workbench

W = TypeVar("W", bound=QWidget)
PATIENCE_S = 10.0


class Desk:
    """The hands and eyes of a user; looks only at what the window shows."""

    def __init__(self, workbench: Workbench) -> None:
        self.workbench = workbench
        self.window = workbench.window

    @property
    def capture(self) -> Capture:
        """What is being recorded."""
        return self.workbench.capture

    @property
    def page(self) -> QWidget:
        """The panel in front."""
        return self.window.tabs.currentWidget()

    def find(self, kind: type[W], name: str, where: QWidget | None = None) -> W:
        """The widget of this object name; in the panel in front first, else in the window."""
        places = [where] if where is not None else [self.page, self.window]
        for place in places:
            if place is not None and isinstance(found := place.findChild(kind, name), kind):
                return found
        raise AssertionError(f"there is no {kind.__name__} {name!r}")

    def click(self, name: str) -> None:
        button = self.find(QAbstractButton, name)
        assert button.isVisible(), f"{name} is not visible"
        assert button.isEnabled(), f"{name} is disabled"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def press(self, keys: str) -> None:
        """Press keys where the focus is: `Ctrl+Return`."""
        QTest.keySequence(QApplication.focusWidget() or self.window, QKeySequence(keys))

    def do(self, command: str) -> None:
        """Trigger a command of the menus."""
        action = self.window.commands[command]
        assert action.isEnabled(), f"{command} is disabled"
        action.trigger()

    def type(self, name: str, text: str) -> None:
        """Replace what stands in a field by typing."""
        field = self.find(QWidget, name)
        field.setFocus()
        QTest.keySequence(field, "Ctrl+A")
        QTest.keyClicks(field, text)

    def text(self, name: str) -> str:
        widget = self.find(QWidget, name)
        assert isinstance(widget, QLineEdit | QLabel | QAbstractButton)
        return widget.text()

    def rows(self, name: str) -> list[str]:
        """Every row of a table as the user reads it, cells joined by blanks."""
        model = self.find(QAbstractItemView, name).model()
        columns = range(model.columnCount())
        return [
            " ".join(str(model.index(row, column).data() or "") for column in columns)
            for row in range(model.rowCount())
        ]

    async def until(self, is_so: Callable[[], bool], *, patience_s: float = PATIENCE_S) -> None:
        """Wait until something can be seen; the window lives meanwhile."""
        try:
            async with asyncio.timeout(patience_s):
                while not is_so():  # noqa: ASYNC110 - a painted widget tells nobody
                    await asyncio.sleep(0.005)
        except TimeoutError:
            raise AssertionError(f"waited {patience_s} s in vain; {self.situation()}") from None

    async def row(self, name: str, *words: str) -> str:
        """Wait for a row of a table that holds all `words`, and read it."""

        def fitting() -> list[str]:
            return [row for row in self.rows(name) if all(word in row for word in words)]

        await self.until(lambda: bool(fitting()))
        return fitting()[-1]

    def saved_panel(self) -> TalkEntry:
        """The first panel as a session would keep it."""
        entry = self.workbench.panels.session().panels[0]
        assert isinstance(entry, TalkEntry)
        return entry

    def notice(self) -> str:
        """All that the notice of the panel in front says; empty while there is none."""
        notice = self.find(QWidget, "notice")
        return notice.accessibleDescription() if notice.isVisible() else ""

    def situation(self) -> str:
        """What a failed wait should tell."""
        said = self.notice() if self.page is not None else ""
        return f"notice {said!r}, messages {self.window.messages.texts()}"

    async def connect(self, host: str, port: int | str) -> None:
        """Type host and port into the panel in front and press Connect."""
        self.type("hostEdit", host)
        self.type("portSpin", str(port))
        self.click("connectButton")

    async def connect_and_wait(self, host: str, port: int) -> None:
        await self.connect(host, port)
        await self.until(lambda: self.text("connectButton") == "Disconnect")


def choose(desk: Desk, combo: str, text: str) -> None:
    """Pick an entry of a combo box by its text."""
    box = desk.find(QComboBox, combo)
    index = box.findText(text)
    assert index >= 0, f"{combo} offers no {text!r}"
    box.setCurrentIndex(index)


async def save_session(desk: Desk, path: Path) -> None:
    """Save the session under a new path, in the dialog that asks for one."""
    desk.do("saveSession")
    await desk.until(lambda: bool(desk.window.findChildren(QFileDialog)))
    dialog = desk.window.findChildren(QFileDialog)[0]
    desk.find(QLineEdit, "fileNameEdit", dialog).setText(str(path))
    dialog.accept()
    await desk.until(path.exists)


@asynccontextmanager
async def open_desk(
    app: QApplication, home: Path, *, file: Path | None = None
) -> AsyncGenerator[Desk]:
    """Open the window as the program does, and close it without a question."""
    folders = Folders(config=home / "config", state=home / "state")
    async with open_workbench(app, folders) as workbench:
        running = asyncio.get_running_loop().create_task(workbench.run(file), name="window")
        desk = Desk(workbench)
        await desk.until(workbench.window.isVisible)
        try:
            yield desk
        finally:
            workbench.leave()
            await running
