"""The toolbar: new panels, files, the palette's field and the state of recording."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QToolBar, QToolButton, QWidget
from typing_extensions import override

from socket_workbench_ui.actions import Commands
from socket_workbench_ui.panel_kinds import KINDS
from socket_workbench_ui.theme import Looks

ICON_PX = 16
FILE_COMMANDS = ("openFile", "saveSession")
STAGES = range(4)
"""How much is left out: nothing, the palette's words, those of the files, those of the panels."""
_NEW_SIZES = (QEvent.Type.StyleChange, QEvent.Type.FontChange)


class ToolBar(QToolBar):
    """Leaves words out where the window is narrow, so that no button is ever cut off."""

    def __init__(self, commands: Commands, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toolBar")
        self.setWindowTitle(self.tr("Toolbar"))
        self.setMovable(False)
        self.setIconSize(QSize(ICON_PX, ICON_PX))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._commands, self._looks = commands, looks
        self.palette_field = QPushButton()
        """Looks like the palette's field, and opens it."""
        self.recording = QLabel()
        self.recording.setObjectName("recordingState")
        self._stage = 0
        self._widths_px: list[int] = []
        """Of each stage, without the state of recording; empty until they are measured."""
        self._fill()
        looks.changed.connect(self._draw_icon)
        self._draw_icon()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit(event.size().width())
        super().resizeEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in _NEW_SIZES:
            self._widths_px = []
        elif event.type() is QEvent.Type.LayoutRequest:
            self._fit(self.width())
        return super().event(event)

    def _fill(self) -> None:
        self.addActions([self._commands[kind.command] for kind in KINDS])
        self.addSeparator()
        self.addActions([self._commands[name] for name in FILE_COMMANDS])
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)
        command = self._commands["palette"]
        self.palette_field.setObjectName("paletteField")
        self.palette_field.setAccessibleName(self.tr("Command palette"))
        self.palette_field.setToolTip(command.toolTip())
        self.palette_field.setProperty("role", "field")
        self.addWidget(self.palette_field)
        self.addWidget(self.recording)
        self._show_stage(0)

    def _fit(self, width_px: int) -> None:
        if not self._widths_px:
            self._widths_px = [self._measured(stage) for stage in STAGES]
            self._stage = STAGES[-1]
        room_px = width_px - self.recording.sizeHint().width()
        fitting = (stage for stage in STAGES if self._widths_px[stage] <= room_px)
        stage = next(fitting, STAGES[-1])
        if stage != self._stage:
            self._show_stage(stage)

    def _measured(self, stage: int) -> int:
        self._show_stage(stage)
        if (layout := self.layout()) is not None:
            layout.invalidate()
        return self.sizeHint().width() - self.recording.sizeHint().width()

    def _show_stage(self, stage: int) -> None:
        self._stage = stage
        keys = self._commands["palette"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        words = "" if stage > 0 else self.tr("Find a command") + "   "
        self.palette_field.setText(f"{words}{keys}")
        self.palette_field.setProperty("isShort", stage > 0)
        self.palette_field.style().polish(self.palette_field)
        self._show_words(FILE_COMMANDS, has_words=stage < STAGES[2])
        self._show_words([kind.command for kind in KINDS], has_words=stage < STAGES[3])

    def _show_words(self, names: "tuple[str, ...] | list[str]", *, has_words: bool) -> None:
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for name in names:
            button = self.widgetForAction(self._commands[name])
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(
                    style if has_words else Qt.ToolButtonStyle.ToolButtonIconOnly
                )

    def _draw_icon(self) -> None:
        self.palette_field.setIcon(self._looks.icon("search", "muted"))
