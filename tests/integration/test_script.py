"""The script panel, used as its user does: type, run, look, jump, stop, close."""

import json
from pathlib import Path
from typing import Any

import psutil
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QToolButton,
    QTreeView,
)

from socket_workbench.session.script_entries import ScriptEntry
from support.desk import Desk, choose, open_desk, save_session
from support.qt_run import RunOnQt
from support.scripts import write_app

PATIENCE_S = 30.0
UDP = """chrome.sockets.udp.create({name: "probe"}, ({socketId}) => {
chrome.sockets.udp.bind(socketId, "127.0.0.1", 0, (code) => console.log("bound", {code}));
});"""
MANIFEST = {
    "name": "Probe",
    "version": "1",
    "manifest_version": 2,
    "app": {"background": {"scripts": ["main.js"]}},
    "sockets": {"udp": {"bind": "127.0.0.1:*"}},
}


def put(desk: Desk, text: str) -> None:
    """Paste a script over what is there."""
    editor = desk.find(QPlainTextEdit, "scriptEditor")
    editor.setFocus()
    editor.selectAll()
    editor.insertPlainText(text)


def tree(desk: Desk) -> list[str]:
    """Every row of the socket tree, with its parents in front of it."""
    model = desk.find(QTreeView, "socketTree").model()

    def below(parent: QModelIndex) -> list[str]:
        found: list[str] = []
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            found += [str(index.data()), *below(index)]
        return found

    return below(QModelIndex())


def info(desk: Desk) -> dict[str, Any]:
    """SocketInfo, as its Copy JSON button gives it."""
    desk.click("copyJsonButton")
    text = QApplication.clipboard().text()
    return json.loads(text) if text.startswith("{") else {}


def status(desk: Desk) -> str:
    return desk.text("scriptStatus")


async def said(desk: Desk, *words: str) -> str:
    """Wait for a line of the console."""

    def fitting() -> list[str]:
        return [row for row in desk.rows("scriptConsole") if all(word in row for word in words)]

    await desk.until(lambda: bool(fitting()), patience_s=PATIENCE_S)
    return fitting()[-1]


async def is_status(desk: Desk, word: str) -> None:
    await desk.until(lambda: word in status(desk), patience_s=PATIENCE_S)


def click_row(desk: Desk, word: str, *, on_mark: bool = False) -> None:
    table = desk.find(QTableView, "scriptConsole")
    row = next(n for n, text in enumerate(desk.rows("scriptConsole")) if word in text)
    index = table.model().index(row, 2)
    table.scrollTo(index)
    area = table.visualRect(index)
    at = QPoint(area.left() + 8, area.center().y()) if on_mark else area.center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def hosts() -> list[psutil.Process]:
    return [one for one in psutil.Process().children() if is_host(one)]


def is_host(process: psutil.Process) -> bool:
    try:
        words = process.cmdline()
    except (psutil.NoSuchProcess, psutil.ZombieProcess):
        # It ended while we looked; a dead one that nobody has waited for yet has no words.
        return False
    return any("scripting.host" in word for word in words)


def test_typed_script_runs_and_its_socket_is_seen(
    run_on_qt: RunOnQt, qapp: QApplication, home: Path
) -> None:
    async def use() -> None:
        async with open_desk(qapp, home) as desk:
            desk.do("newScript")
            put(desk, UDP)
            desk.click("runButton")
            line = await said(desk, "bound")
            await is_status(desk, "1 socket")

            assert "▸" in line
            await desk.row("eventLog", "sockets.udp.bind", "udp 1")
            await desk.until(lambda: any("probe" in row for row in tree(desk)))
            await desk.until(lambda: info(desk).get("name") == "probe")

            click_row(desk, "bound", on_mark=True)
            await said(desk, "code: 0")
            desk.press("Shift+F5")
            await is_status(desk, "stopped")
            await desk.until(lambda: tree(desk) == [])

    run_on_qt(use(), timeout_s=90)


def test_error_leads_to_its_line(run_on_qt: RunOnQt, qapp: QApplication, home: Path) -> None:
    async def use() -> None:
        async with open_desk(qapp, home) as desk:
            desk.do("newScript")
            put(desk, "const a = 1;\n\nsetTimeout(() => missing(), 0);\nconst b = 2;")
            desk.do("connect")
            await said(desk, "missing is not defined", "script.js:3")

            click_row(desk, "missing is not defined")

            editor = desk.find(QPlainTextEdit, "scriptEditor")
            assert editor.textCursor().blockNumber() == 2
            assert editor.hasFocus()

    run_on_qt(use(), timeout_s=90)


def test_looping_script_is_stopped_and_window_lives(
    run_on_qt: RunOnQt, qapp: QApplication, home: Path
) -> None:
    async def use() -> None:
        async with open_desk(qapp, home) as desk:
            desk.do("newScript")
            put(desk, "for (let n = 0;; n++) console.log('round', n);")
            desk.click("runButton")
            await said(desk, "round")
            await is_status(desk, "does not answer")

            desk.click("stopButton")

            await is_status(desk, "stopped")
            assert hosts() == []

    run_on_qt(use(), timeout_s=90)


def test_early_call_is_explained(run_on_qt: RunOnQt, qapp: QApplication, home: Path) -> None:
    async def use() -> None:
        async with open_desk(qapp, home) as desk:
            desk.do("newScript")
            put(desk, "chrome.socket.create('udp', '127.0.0.1', 9, {onEvent() {}});")
            desk.click("runButton")
            await desk.until(lambda: "udp.create" in desk.notice(), patience_s=PATIENCE_S)

            desk.click("scriptHelpButton")
            shown = desk.find(QPlainTextEdit, "scriptEditor")
            assert shown is not None

    run_on_qt(use(), timeout_s=90)


def test_expressions_filter_and_clear(run_on_qt: RunOnQt, qapp: QApplication, home: Path) -> None:
    async def use() -> None:
        async with open_desk(qapp, home) as desk:
            desk.do("newScript")
            assert not desk.find(QLineEdit, "expressionEdit").isEnabled()
            put(desk, "var kept = {deep: [1, 2]}; console.debug('detail');")
            desk.click("runButton")
            await said(desk, "detail")
            await desk.until(lambda: desk.find(QLineEdit, "expressionEdit").isEnabled())
            desk.type("expressionEdit", "await Promise.resolve(kept)")
            desk.press("Return")
            await said(desk, "Promise fulfilled", "deep")

            choose(desk, "consoleLevels", "Expressions")
            assert not [row for row in desk.rows("scriptConsole") if "detail" in row]
            assert desk.text("consoleCount").startswith("3 of ")
            desk.press("Up")
            assert desk.text("expressionEdit") == "await Promise.resolve(kept)"
            desk.click("clearConsoleButton")
            await desk.until(lambda: desk.rows("scriptConsole") == [])

    run_on_qt(use(), timeout_s=90)


def test_example_runs_unchanged(run_on_qt: RunOnQt, qapp: QApplication, home: Path) -> None:
    async def use() -> None:
        async with open_desk(qapp, home) as desk:
            desk.do("newScript")
            menu = desk.find(QToolButton, "examplesButton").menu()
            next(a for a in menu.actions() if a.objectName() == "exampleTcpEchoClient").trigger()
            desk.click("runButton")

            await said(desk, "received Hello, socket!")

    run_on_qt(use(), timeout_s=90)


async def choose_path(desk: Desk, name: str, path: Path) -> None:
    """Type a path into the file dialog that opens."""
    await desk.until(lambda: bool(desk.page.findChildren(QFileDialog, name)))
    dialog = desk.page.findChildren(QFileDialog, name)[0]
    edit = desk.find(QLineEdit, "fileNameEdit", dialog)
    edit.setText(str(path))
    dialog.accept()


def test_app_with_bad_manifest_is_corrected_and_run(
    run_on_qt: RunOnQt, qapp: QApplication, home: Path, tmp_path: Path
) -> None:
    bad = {**MANIFEST, "sockets": {"udp": {"bind": "no pattern:x"}}}
    folder = write_app(tmp_path / "app", bad, main="console.log('app runs')")
    (folder / "manifest.json").write_text(json.dumps(bad, indent=2))

    async def use() -> None:
        async with open_desk(qapp, home) as desk:
            desk.do("newScript")
            menu = desk.find(QToolButton, "scriptFileButton").menu()
            next(a for a in menu.actions() if a.objectName() == "openApp").trigger()
            await choose_path(desk, "folderDialog", folder)
            await desk.until(lambda: "Invalid host:port pattern" in desk.notice())
            editor = desk.find(QPlainTextEdit, "scriptEditor")
            await desk.until(lambda: '"bind"' in editor.textCursor().block().text())
            assert "refused" in desk.find(QLabel, "appPermissions").text()
            listed = desk.find(QListWidget, "scriptFiles")
            assert [listed.item(n).text() for n in range(listed.count())] == [
                "manifest.json",
                "main.js",
            ]

            put(desk, json.dumps(MANIFEST, indent=2))
            desk.click("saveScriptButton")
            await desk.until(lambda: "valid" in desk.text("appPermissions"))
            desk.click("runButton")
            await said(desk, "app runs")

    run_on_qt(use(), timeout_s=90)


def test_session_brings_text_and_choices_back(
    run_on_qt: RunOnQt, qapp: QApplication, home: Path, tmp_path: Path
) -> None:
    session = tmp_path / "scripts.swb"
    script = tmp_path / "mine.js"
    script.write_text("saved();\n")

    async def build() -> None:
        async with open_desk(qapp, home) as desk:
            desk.do("newScript")
            menu = desk.find(QToolButton, "scriptFileButton").menu()
            next(a for a in menu.actions() if a.objectName() == "openScript").trigger()
            await choose_path(desk, "openDialog", script)
            await desk.until(lambda: desk.text("scriptFileName") == "mine.js")
            put(desk, "unsaved();")
            QTest.keyClick(desk.find(QComboBox, "compatCombo"), Qt.Key.Key_Down)
            await save_session(desk, session)

    async def come_back() -> None:
        async with open_desk(qapp, home, file=session) as desk:
            await desk.until(lambda: desk.window.tabs.count() == 1)
            editor = desk.find(QPlainTextEdit, "scriptEditor")

            assert editor.toPlainText() == "unsaved();"
            entry = desk.workbench.panels.session().panels[0]
            assert isinstance(entry, ScriptEntry)
            assert (entry.file, entry.compat) == (str(script), "documented")
            await desk.until(lambda: "Load it" in offers(desk))

    run_on_qt(build(), timeout_s=90)
    run_on_qt(come_back(), timeout_s=90)


def test_unsaved_file_of_an_app_comes_back(
    run_on_qt: RunOnQt, qapp: QApplication, home: Path, tmp_path: Path
) -> None:
    folder = write_app(tmp_path / "app", MANIFEST, main="console.log('disk')")
    entry = ScriptEntry(
        title="Probe", app_folder=str(folder), drafts={"main.js": "console.log('draft')"}
    )

    async def use() -> None:
        async with open_desk(qapp, home) as desk:
            desk.workbench.panels.open(entry)
            editor = desk.find(QPlainTextEdit, "scriptEditor")
            await desk.until(lambda: editor.toPlainText() == "console.log('draft')")
            desk.click("runButton")
            await said(desk, "draft")

            assert desk.workbench.panels.session().panels == (entry,)

    run_on_qt(use(), timeout_s=90)


def test_hundred_thousand_lines_are_bounded_and_told(
    run_on_qt: RunOnQt, qapp: QApplication, home: Path
) -> None:
    async def use() -> None:
        async with open_desk(qapp, home) as desk:
            desk.do("newScript")
            put(desk, "for (let n = 0; n < 110000; n++) console.log('line', n);")
            desk.click("runButton")
            await is_status(desk, "ended")
            table = desk.find(QTableView, "scriptConsole")
            await desk.until(lambda: "line 109999" in last_row(table), patience_s=PATIENCE_S)

            assert table.model().rowCount() <= 100_000
            assert "older lines made room" in desk.text("consoleDropped")

    run_on_qt(use(), timeout_s=90)


def last_row(table: QTableView) -> str:
    model = table.model()
    return str(model.index(model.rowCount() - 1, 2).data() or "")


def offers(desk: Desk) -> str:
    return " ".join(one.text() for one in desk.page.findChildren(QPushButton))


def test_closing_while_it_runs_leaves_nothing(
    run_on_qt: RunOnQt, qapp: QApplication, home: Path
) -> None:
    async def use() -> None:
        async with open_desk(qapp, home) as desk:
            desk.do("newScript")
            put(desk, f"{UDP} setInterval(() => console.log('tick'), 5);")
            desk.click("runButton")
            await said(desk, "tick")
            desk.do("closePanel")
            await desk.until(lambda: not hosts(), patience_s=PATIENCE_S)
            await desk.until(lambda: tree(desk) == [])

            desk.do("newScript")
            put(desk, "for (;;);")
            desk.click("runButton")  # the window is closed right under it

    run_on_qt(use(), timeout_s=90)
    assert hosts() == []
