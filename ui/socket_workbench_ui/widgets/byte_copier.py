"""Puts bytes on the clipboard in any form; many of them are written out in a worker thread."""

import asyncio

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from socket_workbench.bytesview.hexdump import CopyFormat, copy_text
from socket_workbench.bytesview.source import ByteSource
from socket_workbench.tasks import TaskScope
from socket_workbench_ui.numbers import size_text

DIRECT_BYTES = 64 * 1024
LIMIT_BYTES = 16 * 1024 * 1024
"""What a clipboard, and the program that pastes from it, can be expected to take."""


class ByteCopier(QObject):
    """Copies; says so, or why not."""

    told = Signal(str)

    def __init__(self, scope: TaskScope, parent: QObject) -> None:
        super().__init__(parent)
        self._scope = scope
        self._task: asyncio.Task[None] | None = None

    def copy(self, source: ByteSource, offset: int, length: int, form: CopyFormat) -> None:
        """Put that stretch on the clipboard; an unfinished copy before it is given up."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if length > LIMIT_BYTES:
            text = self.tr("%1 are too many for the clipboard (%2 at most); save them instead.")
            text = text.replace("%1", size_text(length)).replace("%2", size_text(LIMIT_BYTES))
            self.told.emit(text)
            return
        try:
            data = source.read(offset, length)
        except OSError as error:
            self.told.emit(str(error))
            return
        if length <= DIRECT_BYTES:
            self._put(copy_text(data, form, offset=offset), length)
        else:
            self._task = self._scope.spawn(self._write(data, form, offset), name="bytes-copy")

    async def _write(self, data: bytes, form: CopyFormat, offset: int) -> None:
        text = await asyncio.to_thread(copy_text, data, form, offset=offset)
        self._put(text, len(data))

    def _put(self, text: str, length: int) -> None:
        QGuiApplication.clipboard().setText(text)
        self.told.emit(self.tr("%1 copied").replace("%1", size_text(length)))
