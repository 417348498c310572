"""The settings dialog: what is chosen there holds at once and after a restart."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QSpinBox,
    QTreeWidget,
    QTreeWidgetItem,
)

from support.desk import Desk
from support.stories import Tell


def dialog(desk: Desk) -> QDialog | None:
    found = desk.window.findChild(QDialog, "settingsDialog")
    return found if isinstance(found, QDialog) and found.isVisible() else None


async def open_settings(desk: Desk) -> QDialog:
    desk.do("settings")
    await desk.until(lambda: dialog(desk) is not None)
    shown = dialog(desk)
    assert shown is not None
    return shown


def press_ok(shown: QDialog) -> None:
    buttons = shown.findChild(QDialogButtonBox)
    assert isinstance(buttons, QDialogButtonBox)
    QTest.mouseClick(buttons.button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton)


async def change_key(desk: Desk, shown: QDialog, command: str, keys: str) -> None:
    table = desk.find(QTreeWidget, "keyTable", shown)
    item = next(item for item in items(table) if item.text(0) == command)
    table.editItem(item, 1)
    editor = table.findChild(QKeySequenceEdit)
    assert isinstance(editor, QKeySequenceEdit)
    editor.setKeySequence(QKeySequence(keys))
    table.itemDelegateForColumn(1).commitData.emit(editor)


def items(table: QTreeWidget) -> list[QTreeWidgetItem]:
    found = [table.topLevelItem(row) for row in range(table.topLevelItemCount())]
    return [item for item in found if item is not None]


def test_key_holds_at_once_and_after_a_restart(tell: Tell) -> None:
    async def change(desk: Desk) -> None:
        shown = await open_settings(desk)
        await change_key(desk, shown, "New TCP client", "Ctrl+Shift+T")
        press_ok(shown)
        action = desk.window.commands["newTcpClient"]
        await desk.until(lambda: action.shortcut().toString() == "Ctrl+Shift+T")
        assert "Ctrl+Shift+T" in action.toolTip()

    async def look_again(desk: Desk) -> None:
        assert desk.window.commands["newTcpClient"].shortcut().toString() == "Ctrl+Shift+T"

    tell(change, look_again)


def test_key_of_another_command_is_told_and_not_taken(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        shown = await open_settings(desk)
        await change_key(desk, shown, "New TCP client", "Ctrl+S")
        press_ok(shown)

        assert shown.isVisible()
        clash = desk.find(QLabel, "keyClash", shown)
        assert "Ctrl+S" in clash.text()
        assert "Save session" in clash.text()
        assert clash.isVisible()
        shown.reject()
        assert desk.window.commands["newTcpClient"].shortcut().toString() == "Ctrl+1"

    tell(story)


def test_program_s_own_keys_come_back(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        for keys in ("Ctrl+Shift+T", ""):
            shown = await open_settings(desk)
            if keys:
                await change_key(desk, shown, "New TCP client", keys)
            else:
                desk.find(QPushButton, "resetKeysButton", shown).click()
            press_ok(shown)
            wanted = keys or "Ctrl+1"
            action = desk.window.commands["newTcpClient"]
            await desk.until(lambda: action.shortcut().toString() == wanted)  # noqa: B023 - awaited here

    tell(story)


def test_fonts_and_theme_hold_after_a_restart(tell: Tell, qapp: QApplication) -> None:
    async def change(desk: Desk) -> None:
        shown = await open_settings(desk)
        desk.find(QSpinBox, "textPointsSpin", shown).setValue(15)
        desk.find(QSpinBox, "dataPointsSpin", shown).setValue(17)
        desk.find(QComboBox, "themeCombo", shown).setCurrentIndex(2)
        press_ok(shown)
        await desk.until(lambda: qapp.font().pointSize() == 15)

    async def look_again(desk: Desk) -> None:
        assert qapp.font().pointSize() == 15
        assert desk.window.commands["themeDark"].isChecked()
        shown = await open_settings(desk)
        assert desk.find(QSpinBox, "dataPointsSpin", shown).value() == 17

    tell(change, look_again)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param("relative/folder", "no absolute path", id="relative"),
        pytest.param("FILE", "is a file", id="file"),
    ],
)
def test_wrong_folder_is_told_at_the_field(
    tell: Tell, tmp_path: Path, typed: str, said: str
) -> None:
    file = tmp_path / "file"
    file.touch()

    async def story(desk: Desk) -> None:
        shown = await open_settings(desk)
        desk.type("recordingFolderEdit", typed.replace("FILE", str(file)))
        press_ok(shown)

        assert shown.isVisible()
        trouble = desk.find(QLabel, "settingsTrouble", shown)
        assert said in trouble.text()
        assert trouble.isVisible()
        shown.reject()

    tell(story)


def test_cancel_changes_nothing(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        before = desk.workbench.preferences.current
        shown = await open_settings(desk)
        desk.find(QComboBox, "themeCombo", shown).setCurrentIndex(1)
        shown.reject()
        assert desk.workbench.preferences.current == before

    tell(story)
