"""Reads what stands in a composer: at once, or a long text when typing pauses, in pieces."""

from collections.abc import Callable, Generator
from typing import TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from socket_workbench.bytesview.parsing import ParseError
from socket_workbench.panels.composer import ComposedFile, Draft, read_in_pieces
from socket_workbench.session.fields import ComposerEntry

PAUSE_MS = 150
"""Typing that rests so long is taken for finished."""

_Steps: TypeAlias = Generator[None, None, Draft | ComposedFile | None]


class DraftReader(QObject):
    """Tells what was read, or what is wrong; the window lives on meanwhile."""

    found = Signal(object)
    """A `Draft`, a `ComposedFile`, or `None` where no file was chosen."""
    begun = Signal()
    """A long text has been read in part; one of the others follows."""
    failed = Signal(object)
    """A `ParseError`."""

    def __init__(self, state: Callable[[], ComposerEntry], parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._steps: _Steps | None = None
        self._waiting = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._stepping = QTimer(self, singleShot=True, interval=0)
        self._waiting.timeout.connect(self.read)
        self._stepping.timeout.connect(self._step)

    @property
    def is_reading(self) -> bool:
        """Whether a long text has been read in part."""
        return self._steps is not None

    def read_later(self) -> None:
        """Read when typing pauses; what is being read is out of date."""
        self._steps = None
        self._waiting.start()

    def read(self) -> None:
        """Begin to read now; all but long texts are read when this returns."""
        self._waiting.stop()
        self._steps = read_in_pieces(self._state())
        self._step()
        if self.is_reading:
            self.begun.emit()

    def finish(self) -> None:
        """Read at once what would be read later."""
        if self._waiting.isActive():
            self.read()
        while self.is_reading:
            self._step()

    def _step(self) -> None:
        """Read on: a piece takes some milliseconds, then the window has its turn."""
        steps, self._steps = self._steps, None
        if steps is None:
            return
        try:
            next(steps)
        except StopIteration as end:
            self.found.emit(end.value)
        except ParseError as error:
            self.failed.emit(error)
        else:
            self._steps = steps
            self._stepping.start()
