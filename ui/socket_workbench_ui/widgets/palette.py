"""The command palette: type a few letters of what you want, press Enter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from socket_workbench_ui.matching import NO_MATCH, fit

WIDTH_PX, HEIGHT_PX = 560, 380
TOP_PX = 48
KEY_WIDTH_PX = 130
ICON_PX = 16
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaletteEntry:
    """Something that the palette finds and does."""

    text: str
    act: Callable[[], object]
    keys: str = ""
    """As the user reads them: `Ctrl+S`."""
    icon: QIcon | None = None
    words: str = ""
    """More to find it by; not shown."""


class Palette(QDialog):
    """Lists what fits the typed letters, best first; closes when something was chosen."""

    def __init__(self, entries: Sequence[PaletteEntry], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setWindowTitle(self.tr("Commands"))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._entries = entries
        self._edit, self._list = QLineEdit(), QTreeWidget()
        self._nothing = QLabel(self.tr("Nothing fits. Fewer letters find more."))
        self._set_up()
        self._lay_out()
        self._list_fitting("")

    def open_over(self, window: QWidget) -> None:
        """Open at the top of `window`, which goes on working."""
        width = min(WIDTH_PX, window.width() - 40)
        self.resize(width, min(HEIGHT_PX, window.height() - 2 * TOP_PX))
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, TOP_PX)))
        self.open()
        self._edit.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._edit and isinstance(event, QKeyEvent) and self._is_step(event):
            self._step(STEPS[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    @staticmethod
    def _is_step(event: QKeyEvent) -> bool:
        return event.type() is QEvent.Type.KeyPress and event.key() in STEPS

    def _set_up(self) -> None:
        self._edit.setObjectName("paletteEdit")
        self._edit.setAccessibleName(self.tr("Find a command"))
        self._edit.setPlaceholderText(self.tr("Find a command, a panel or a setting"))
        self._edit.setClearButtonEnabled(True)
        self._edit.textChanged.connect(self._list_fitting)
        self._edit.returnPressed.connect(self._take_current)
        self._edit.installEventFilter(self)
        self._list.setObjectName("paletteList")
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setColumnCount(2)
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys work from the field
        header = self._list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(1, KEY_WIDTH_PX)
        self._list.itemClicked.connect(self._take)
        self._nothing.setProperty("role", "hint")
        self._nothing.setContentsMargins(8, 8, 8, 8)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._edit)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)

    def _list_fitting(self, typed: str) -> None:
        scored = [(self._score(typed, entry), entry) for entry in self._entries]
        fitting = [(score, entry) for score, entry in scored if score != NO_MATCH]
        fitting.sort(key=lambda pair: -pair[0])  # equal ones stay in the order of the menus
        self._list.clear()
        self._list.addTopLevelItems([_item(entry) for _, entry in fitting])
        self._select(0)
        self._nothing.setVisible(not fitting)

    @staticmethod
    def _score(typed: str, entry: PaletteEntry) -> int:
        own = fit(typed, entry.text)
        # What is only found by its further words comes after all that is found by its name.
        return own if own != NO_MATCH or not entry.words else min(fit(typed, entry.words), 0)

    def _step(self, by: int) -> None:
        count = self._list.topLevelItemCount()
        if count:
            here = self._list.currentIndex().row()
            self._select((here + by) % count if abs(by) == 1 else max(0, min(count - 1, here + by)))

    def _select(self, row: int) -> None:
        if (item := self._list.topLevelItem(row)) is not None:
            self._list.setCurrentItem(item)

    def _take_current(self) -> None:
        self._take(self._list.currentItem())

    def _take(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            entry: PaletteEntry = item.data(0, Qt.ItemDataRole.UserRole)
            self.accept()
            entry.act()


def _blank() -> QIcon:
    """Keeps texts without an icon in line with the others."""
    pixmap = QPixmap(ICON_PX, ICON_PX)
    pixmap.fill(Qt.GlobalColor.transparent)
    return QIcon(pixmap)


def _item(entry: PaletteEntry) -> QTreeWidgetItem:
    item = QTreeWidgetItem([entry.text, entry.keys])
    item.setIcon(0, _blank() if entry.icon is None or entry.icon.isNull() else entry.icon)
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setData(0, Qt.ItemDataRole.UserRole, entry)
    return item
