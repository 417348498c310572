"""Every text that a widget and what is in it would show, tell or say."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QMenu,
    QTabBar,
    QTextEdit,
    QWidget,
)

GETTERS = (
    "text",
    "title",
    "windowTitle",
    "toolTip",
    "placeholderText",
    "accessibleName",
    "accessibleDescription",
    "suffix",
    "prefix",
    "specialValueText",
)
SAID = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
MOST_ROWS = 60


def open_windows() -> list[QWidget]:
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


def texts(top: QWidget) -> Iterator[tuple[str, str]]:
    """Each text with the place it stands at, hidden widgets and closed menus included."""
    for widget in [top, *top.findChildren(QWidget)]:
        place = f"{type(widget).__name__} {widget.objectName()}".strip()
        for text in _of_widget(widget):
            if text:
                yield text, place


def _of_widget(widget: QWidget) -> Iterator[str]:
    for name in GETTERS:
        getter: Callable[[], object] | None = getattr(widget, name, None)
        # A few classes have a method of that name that takes arguments.
        if getter is not None and isinstance(text := _got(getter), str):
            yield text
    if isinstance(widget, QMenu):
        widget.aboutToShow.emit()  # many are filled when they open
    for action in widget.actions():
        yield from (action.text(), action.toolTip())
    yield from _of_entries(widget)


def _of_entries(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(index) for index in range(widget.count()))
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(index) for index in range(widget.count()))
        yield from (widget.tabToolTip(index) for index in range(widget.count()))
    elif isinstance(widget, QTextEdit):
        yield widget.toPlainText()
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _headings(widget.model())
        yield from _cells(widget.model(), QModelIndex())


def _got(getter: Callable[[], object]) -> object:
    try:
        return getter()
    except TypeError:
        return None


def _column_count(model: QAbstractItemModel, parent: QModelIndex) -> int:
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)


def _headings(model: QAbstractItemModel) -> Iterator[str]:
    for column in range(_column_count(model, QModelIndex())):
        for role in SAID:
            text = model.headerData(column, Qt.Orientation.Horizontal, role)
            if isinstance(text, str):
                yield text


def _cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for row in range(min(model.rowCount(parent), MOST_ROWS)):
        for column in range(_column_count(model, parent)):
            index = model.index(row, column, parent)
            for role in SAID:
                if isinstance(text := model.data(index, role), str):
                    yield text
        yield from _cells(model, model.index(row, 0, parent))
