"""The menus of a hex view: how to copy its bytes, and how to show them."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from socket_workbench.bytesview.hexdump import Charset, CopyFormat
from socket_workbench_ui.widgets.hex_layout import RowWidth
from socket_workbench_ui.widgets.hex_view import HexView

CONTEXT = "HexMenus"

COPY_NAMES = {
    CopyFormat.HEX: QT_TRANSLATE_NOOP("HexMenus", "Hex"),
    CopyFormat.HEX_DUMP: QT_TRANSLATE_NOOP("HexMenus", "Hex dump"),
    CopyFormat.C_ARRAY: QT_TRANSLATE_NOOP("HexMenus", "C array"),
    CopyFormat.PYTHON_BYTES: QT_TRANSLATE_NOOP("HexMenus", "Python bytes"),
    CopyFormat.JAVASCRIPT_ARRAY: QT_TRANSLATE_NOOP("HexMenus", "JavaScript Uint8Array"),
    CopyFormat.JSON: QT_TRANSLATE_NOOP("HexMenus", "JSON array"),
    CopyFormat.BASE64: QT_TRANSLATE_NOOP("HexMenus", "Base64"),
    CopyFormat.TEXT: QT_TRANSLATE_NOOP("HexMenus", "Text (UTF-8)"),
}
ROW_NAMES = {
    RowWidth.AUTO: QT_TRANSLATE_NOOP("HexMenus", "16, or 8 where narrow"),
    RowWidth.EIGHT: QT_TRANSLATE_NOOP("HexMenus", "8"),
    RowWidth.SIXTEEN: QT_TRANSLATE_NOOP("HexMenus", "16"),
    RowWidth.THIRTY_TWO: QT_TRANSLATE_NOOP("HexMenus", "32"),
    RowWidth.FIT: QT_TRANSLATE_NOOP("HexMenus", "As many as fit"),
}
GROUP_NAMES = {
    1: QT_TRANSLATE_NOOP("HexMenus", "Single bytes"),
    2: QT_TRANSLATE_NOOP("HexMenus", "2 bytes"),
    4: QT_TRANSLATE_NOOP("HexMenus", "4 bytes"),
    8: QT_TRANSLATE_NOOP("HexMenus", "8 bytes"),
}
CHARSET_NAMES = {
    Charset.ASCII: QT_TRANSLATE_NOOP("HexMenus", "ASCII"),
    Charset.LATIN_1: QT_TRANSLATE_NOOP("HexMenus", "Latin-1"),
    Charset.UTF_8: QT_TRANSLATE_NOOP("HexMenus", "UTF-8"),
}

T = TypeVar("T")


def copy_menu(parent: QWidget, copy: Callable[[CopyFormat], None]) -> QMenu:
    """A menu with every way to copy bytes."""
    menu = QMenu(QCoreApplication.translate("HexMenus", "Copy as"), parent)
    for form, name in COPY_NAMES.items():
        menu.addAction(_tr(name), _call(copy, form))
    return menu


def format_name(form: CopyFormat) -> str:
    """What a form is called in menus."""
    return _tr(COPY_NAMES[form])


def view_menu(parent: QWidget, view: HexView) -> QMenu:
    """A menu with the ways to show the bytes; ticks what holds when it opens."""
    menu = QMenu(QCoreApplication.translate("HexMenus", "Show as"), parent)
    rows = menu.addMenu(QCoreApplication.translate("HexMenus", "Bytes per row"))
    groups = menu.addMenu(QCoreApplication.translate("HexMenus", "Grouping"))
    charsets = menu.addMenu(QCoreApplication.translate("HexMenus", "Text column"))
    _choices(rows, ROW_NAMES.items(), view.row_width, view.set_row_width)
    _choices(groups, GROUP_NAMES.items(), view.group_bytes, view.set_group_bytes)
    _choices(charsets, CHARSET_NAMES.items(), view.charset, view.set_charset)
    return menu


def _choices(
    menu: QMenu,
    names: Iterable[tuple[T, object]],
    now: Callable[[], T],
    choose: Callable[[T], None],
) -> None:
    group = QActionGroup(menu)
    actions = {value: menu.addAction(_tr(name), _call(choose, value)) for value, name in names}
    for action in actions.values():
        action.setCheckable(True)
        group.addAction(action)
    menu.aboutToShow.connect(lambda: actions[now()].setChecked(True))


def _call(choose: Callable[[T], None], value: T) -> Callable[[], None]:
    return lambda: choose(value)


def _tr(text: object) -> str:
    return QCoreApplication.translate(CONTEXT, str(text))
