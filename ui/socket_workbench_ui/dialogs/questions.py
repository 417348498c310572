"""Questions put to the user: opened without a nested loop, answered by a future."""

import asyncio
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from socket_workbench.panels.document import Unsaved


async def finished(dialog: QDialog) -> int:
    """Open `dialog` and wait until the user has answered it; it is gone afterwards.

    Returns:
        The dialog's result code. Cancelling the wait closes the dialog.
    """
    answer: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def take(code: int) -> None:
        if not answer.done():
            answer.set_result(code)

    dialog.finished.connect(take)
    dialog.open()
    try:
        return await answer
    finally:
        dialog.close()
        dialog.deleteLater()


async def ask_unsaved(parent: QWidget, title: str, text: str) -> Unsaved:
    """Ask whether to save what would be lost; closing the box is `CANCEL`."""
    box = QMessageBox(parent)
    box.setObjectName("unsavedQuestion")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(title)
    box.setText(text)
    buttons = QMessageBox.StandardButton
    box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
    box.setDefaultButton(buttons.Save)
    box.setEscapeButton(buttons.Cancel)
    answers = {buttons.Save.value: Unsaved.SAVE, buttons.Discard.value: Unsaved.DISCARD}
    return answers.get(await finished(box), Unsaved.CANCEL)


async def ask_yes(parent: QWidget, title: str, text: str) -> bool:
    """Ask whether to go on with something that loses data; closing the box is no."""
    box = QMessageBox(parent)
    box.setObjectName("yesQuestion")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(title)
    box.setText(text)
    buttons = QMessageBox.StandardButton
    box.setStandardButtons(buttons.Yes | buttons.No)
    box.setDefaultButton(buttons.No)
    box.setEscapeButton(buttons.No)
    return await finished(box) == buttons.Yes.value


async def ask_save_path(
    parent: QWidget, title: str, suggested: Path, *, name_filter: str
) -> Path | None:
    """Ask where to save; a missing suffix is added. `None` when the user thinks better of it."""
    dialog = QFileDialog(parent, title, str(suggested.parent), name_filter)
    dialog.setObjectName("saveDialog")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(suggested.suffix.lstrip("."))
    dialog.selectFile(suggested.name)
    return await _chosen(dialog)


async def ask_open_path(
    parent: QWidget, title: str, folder: Path, *, name_filter: str
) -> Path | None:
    """Ask for a file to open; `None` when the user thinks better of it."""
    dialog = QFileDialog(parent, title, str(folder), name_filter)
    dialog.setObjectName("openDialog")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return await _chosen(dialog)


async def ask_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Ask for a folder; `None` when the user thinks better of it."""
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setObjectName("folderDialog")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return await _chosen(dialog)


async def _chosen(dialog: QFileDialog) -> Path | None:
    code = await finished(dialog)
    files = dialog.selectedFiles()
    accepted = code == QDialog.DialogCode.Accepted.value
    return Path(files[0]) if accepted and files else None
