"""The button that pauses and resumes what a panel's socket does."""

from PySide6.QtWidgets import QPushButton, QWidget

from socket_workbench_ui.theme import Looks


class PauseButton(QPushButton):
    """Says what it does next."""

    def __init__(
        self, looks: Looks, pause_tip: str, resume_tip: str = "", parent: QWidget | None = None
    ) -> None:
        """Make a button; it resumes receiving where `resume_tip` says nothing else."""
        super().__init__(parent)
        self._looks, self._is_paused = looks, False
        self._pause_tip = pause_tip
        self._resume_tip = resume_tip or self.tr("Receive again (Ctrl+P)")
        self.setObjectName("pauseButton")
        looks.changed.connect(self._draw)
        self._draw()

    def show_pause(self, *, is_paused: bool, is_possible: bool) -> None:
        """Offer the one or the other, where there is a socket for it."""
        self._is_paused = is_paused
        self.setEnabled(is_possible)
        self._draw()

    def _draw(self) -> None:
        self.setText(self.tr("Resume") if self._is_paused else self.tr("Pause"))
        self.setIcon(self._looks.icon("play" if self._is_paused else "pause"))
        self.setToolTip(self._resume_tip if self._is_paused else self._pause_tip)
