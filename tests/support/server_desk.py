"""A desk with a TCP server panel on it, and how its user handles it."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
)

from support.desk import Desk, choose, open_desk

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@asynccontextmanager
async def serving_desk(app: QApplication, home: Path) -> AsyncGenerator[tuple[Desk, int]]:
    """A desk with a TCP server that listens on a port of the system's choice."""
    async with open_desk(app, home) as desk:
        desk.do("newTcpServer")
        yield desk, await listen(desk)


async def listen(desk: Desk, port: int = 0) -> int:
    desk.type("portSpin", str(port))
    desk.click("listenButton")
    await desk.until(lambda: desk.text("listenButton") == "Stop" and desk.text("portSpin") != "0")
    return int(desk.text("portSpin"))


async def shown_clients(desk: Desk, count: int) -> list[str]:
    await desk.until(lambda: desk.rows("clientList")[0].startswith(f"All clients ({count})"))
    return desk.rows("clientList")[1:]


def choose_client(desk: Desk, row: int) -> None:
    table = desk.find(QTableView, "clientList")
    flags = QItemSelectionModel.SelectionFlag
    index = table.model().index(row, 0)
    table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
    table.setFocus()


def name_of(streams: Streams) -> str:
    host, port = streams[1].get_extra_info("sockname")[:2]
    return f"{host}:{port}"


async def add_rule(desk: Desk, match: str, pattern: str, reply: str) -> QDialog:
    """Open the editor, choose rules and add one, as its user does."""
    choose(desk, "responderCombo", "rules")
    dialog = desk.find(QDialog, "responderDialog")
    await desk.until(dialog.isVisible)
    QTest.mouseClick(desk.find(QAbstractButton, "addRuleButton", dialog), Qt.MouseButton.LeftButton)
    combo = desk.find(QComboBox, "ruleMatchCombo", dialog)
    combo.setCurrentIndex(combo.findText(match))
    QTest.keyClicks(desk.find(QLineEdit, "rulePatternEdit", dialog), pattern)
    QTest.keyClicks(desk.find(QPlainTextEdit, "ruleReplyEdit", dialog), reply)
    return dialog


async def generate(desk: Desk, folder: Path) -> str:
    """Press Generate in the certificate's dialog and save what it made."""
    desk.click("certificateButton")
    dialog = desk.find(QDialog, "serverCertificateDialog")
    button = desk.find(QAbstractButton, "generateButton", dialog)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    message = desk.find(QLabel, "certificateMessage", dialog)
    await desk.until(lambda: message.text().startswith("Generated here"))
    await answer_file_dialog(desk, dialog, "saveIdentityButton", folder / "both.pem")
    await desk.until(lambda: message.text().startswith("Saved as"))
    dialog.close()
    saved = (folder / "both.pem").read_text()
    assert (folder / "both.pem").stat().st_mode & 0o077 == 0
    assert "PRIVATE KEY" in saved
    return saved.partition("-----BEGIN PRIVATE")[0]


async def answer_file_dialog(desk: Desk, dialog: QDialog, button: str, path: Path) -> None:
    """Press a button that asks for a file, type the path and press Enter."""
    pressed = desk.find(QAbstractButton, button, dialog)
    QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)
    await desk.until(lambda: any(one.isVisible() for one in dialog.findChildren(QFileDialog)))
    asking = next(one for one in dialog.findChildren(QFileDialog) if one.isVisible())
    name = desk.find(QLineEdit, "fileNameEdit", asking)
    name.setText(str(path))
    QTest.keyClick(name, Qt.Key.Key_Return)
    await desk.until(lambda: not asking.isVisible())
