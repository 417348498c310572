import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socket_workbench.bytesview.hexdump import Charset, CopyFormat
from socket_workbench.bytesview.source import ByteSource, BytesSource
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.hex_layout import Column, RowWidth
from socket_workbench_ui.widgets.hex_view import HexView
from support.byte_sources import BrokenSource, GrowingSource, VastSource

PAGE = bytes(range(256)) * 4
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT_BUTTON = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> HexView:
    view = HexView(Looks(qapp, "dark"))
    qtbot.addWidget(view)
    view.set_row_width(RowWidth.SIXTEEN)
    view.resize(700, 200)
    view.show()
    view.show_source(BytesSource(PAGE))
    return view


def colours(view: HexView, offset: int, column: Column = Column.HEX) -> set[str]:
    """The colours in the cell of a byte."""
    image = view.viewport().grab(view.cell_rect(offset, column)).toImage()
    points = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return {QColor(image.pixel(x, y)).name() for x, y in points}


def drag(qtbot: QtBot, view: HexView, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(view.viewport(), LEFT_BUTTON, pos=start)
    qtbot.mouseMove(view.viewport(), end)
    qtbot.mouseRelease(view.viewport(), LEFT_BUTTON, pos=end)


def test_first_byte_is_selected_at_first(view: HexView) -> None:
    assert view.selection() == (0, 1)


@pytest.mark.parametrize("column", list(Column))
def test_click_selects_the_byte_in_either_column(
    qtbot: QtBot, view: HexView, column: Column
) -> None:
    place = view.cell_rect(0x25, column).center()

    qtbot.mouseClick(view.viewport(), LEFT_BUTTON, pos=place)

    assert view.selection() == (0x25, 1)


@pytest.mark.parametrize("column", list(Column))
def test_drag_selects_across_rows(qtbot: QtBot, view: HexView, column: Column) -> None:
    drag(qtbot, view, view.cell_rect(0x11, column).center(), view.cell_rect(0x23, column).center())

    assert view.selection() == (0x11, 0x13)


def test_drag_backwards_includes_the_byte_it_began_on(qtbot: QtBot, view: HexView) -> None:
    drag(qtbot, view, view.cell_rect(0x15).center(), view.cell_rect(0x12).center())

    assert view.selection() == (0x12, 4)


def test_click_with_shift_extends(qtbot: QtBot, view: HexView) -> None:
    qtbot.mouseClick(view.viewport(), LEFT_BUTTON, pos=view.cell_rect(2).center())

    qtbot.mouseClick(view.viewport(), LEFT_BUTTON, SHIFT, view.cell_rect(0x20).center())

    assert view.selection() == (2, 0x1F)


@pytest.mark.parametrize("column", list(Column))
def test_selection_is_marked_in_both_columns(view: HexView, column: Column) -> None:
    view.select(0x41, 3)

    selection = view._looks.theme.selection
    marked = [selection in colours(view, offset, column) for offset in range(0x40, 0x45)]
    assert marked == [False, True, True, True, False]


@pytest.mark.parametrize(
    ("key", "modifier", "expected"),
    [
        (Qt.Key.Key_Right, NO_MODIFIER, (0x36, 1)),
        (Qt.Key.Key_Left, NO_MODIFIER, (0x34, 1)),
        (Qt.Key.Key_Down, NO_MODIFIER, (0x45, 1)),
        (Qt.Key.Key_Up, NO_MODIFIER, (0x25, 1)),
        (Qt.Key.Key_Home, NO_MODIFIER, (0x30, 1)),
        (Qt.Key.Key_End, NO_MODIFIER, (0x3F, 1)),
        (Qt.Key.Key_Home, CONTROL, (0, 1)),
        (Qt.Key.Key_End, CONTROL, (1023, 1)),
        (Qt.Key.Key_Right, SHIFT, (0x35, 2)),
        (Qt.Key.Key_Left, SHIFT, (0x34, 2)),
        (Qt.Key.Key_Down, SHIFT, (0x35, 17)),
        (Qt.Key.Key_End, SHIFT | CONTROL, (0x35, 1023 - 0x34)),
        (Qt.Key.Key_A, CONTROL, (0, 1024)),
    ],
)
def test_keys_move_and_select(
    qtbot: QtBot,
    view: HexView,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    expected: tuple[int, int],
) -> None:
    view.select(0x35)

    qtbot.keyClick(view, key, modifier)

    assert view.selection() == expected


@pytest.mark.parametrize(
    ("start", "key", "expected"),
    [
        (3, Qt.Key.Key_Up, 3),
        (0, Qt.Key.Key_Left, 0),
        (0, Qt.Key.Key_PageUp, 0),
        (1023, Qt.Key.Key_Right, 1023),
        (1000, Qt.Key.Key_PageDown, 1023),
    ],
)
def test_keys_stop_at_the_ends(
    qtbot: QtBot, view: HexView, start: int, key: Qt.Key, expected: int
) -> None:
    view.select(start)

    qtbot.keyClick(view, key)

    assert view.selection() == (expected, 1)


def test_page_down_goes_on_by_what_is_in_sight(qtbot: QtBot, view: HexView) -> None:
    page = view.viewport().height() // view.cell_rect(0).height()

    qtbot.keyClick(view, Qt.Key.Key_PageDown)

    assert view.selection() == (page * 16, 1)


def test_caret_is_brought_into_sight(qtbot: QtBot, view: HexView) -> None:
    qtbot.keyClick(view, Qt.Key.Key_End, CONTROL)

    assert view.viewport().rect().contains(view.cell_rect(1023))


def test_selection_is_told(qtbot: QtBot, view: HexView) -> None:
    with qtbot.waitSignal(view.selection_changed) as emitted:
        view.select(5, 7)

    assert emitted.args == [5, 7]


def test_selection_beyond_the_end_is_cut(view: HexView) -> None:
    view.select(1020, 100)

    assert view.selection() == (1020, 4)


def test_selected_bytes(view: HexView) -> None:
    view.select(0x41, 3)

    assert (view.selected_bytes(), view.selected_bytes(2)) == (b"ABC", b"AB")


def test_screen_reader_hears_selection_and_row(view: HexView) -> None:
    view.select(0x41, 3)

    description = view.accessibleDescription()
    assert description.startswith("3 bytes selected from 0x41 on: 41 42 43, “ABC”. Row 0x40: 40 41")


def test_view_has_an_accessible_name(view: HexView) -> None:
    assert view.accessibleName() == "Bytes"


def test_go_to_shows_the_byte(view: HexView) -> None:
    view.go_to(0x200)

    assert view.selection() == (0x200, 1)
    assert view.viewport().rect().contains(view.cell_rect(0x200))


def test_vast_source_is_read_only_where_it_is_seen(view: HexView) -> None:
    source = VastSource(1 << 45)

    view.show_source(source)
    view.go_to((1 << 44) + 5)
    view.viewport().grab()

    assert view.selection() == ((1 << 44) + 5, 1)
    assert view.viewport().rect().contains(view.cell_rect((1 << 44) + 5))
    assert sum(length for _, length in source.reads) < 4096


def test_scroll_bar_reaches_the_last_row_of_a_vast_source(view: HexView) -> None:
    size = (1 << 45) + 3
    view.show_source(VastSource(size))

    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())

    assert view.viewport().rect().contains(view.cell_rect(size - 1))


def test_wheel_steps_are_exact_in_a_vast_source(qtbot: QtBot, view: HexView) -> None:
    view.show_source(VastSource(1 << 45))
    view.go_to(1 << 40)
    before = view.cell_rect(1 << 40).top()

    qtbot.keyClick(view, Qt.Key.Key_Down)

    assert view.cell_rect(1 << 40).top() == before
    assert view.selection() == ((1 << 40) + 16, 1)


def test_grown_source_keeps_the_selection(view: HexView) -> None:
    source = GrowingSource(b"abcdef")
    view.show_source(source)
    view.select(2, 3)

    source.data += b"g" * 100
    view.refresh()

    assert view.selection() == (2, 3)
    view.select_all()
    assert view.selection() == (0, 106)


def test_shrunken_source_cuts_the_selection(view: HexView) -> None:
    source = GrowingSource(b"abcdef")
    view.show_source(source)
    view.select(2, 3)

    source.data = b"abc"
    view.refresh()

    assert view.selection() == (2, 1)


@pytest.mark.parametrize("source", [BytesSource(b""), BrokenSource()], ids=["empty", "broken"])
def test_nothing_to_show_is_painted_without_failing(view: HexView, source: ByteSource) -> None:
    view.set_hint("Select an event")

    view.show_source(source)

    assert not view.grab().isNull()


def test_empty_source_has_no_selection(qtbot: QtBot, view: HexView) -> None:
    view.show_source(BytesSource(b""))

    qtbot.keyClick(view, Qt.Key.Key_Down)

    assert (view.selection(), view.selected_bytes()) == ((0, 0), b"")


@pytest.mark.parametrize(
    ("column", "form"), [(Column.HEX, CopyFormat.HEX), (Column.TEXT, CopyFormat.TEXT)]
)
def test_copy_key_asks_for_what_the_column_shows(
    qtbot: QtBot, view: HexView, column: Column, form: CopyFormat
) -> None:
    qtbot.mouseClick(view.viewport(), LEFT_BUTTON, pos=view.cell_rect(3, column).center())

    with qtbot.waitSignal(view.copy_requested) as emitted:
        qtbot.keyClick(view, Qt.Key.Key_C, CONTROL)

    assert emitted.args == [form]


def test_tab_is_left_to_the_window(qtbot: QtBot, view: HexView) -> None:
    view.setFocus()

    qtbot.keyClick(view, Qt.Key.Key_Tab)

    assert view.selection() == (0, 1)


@pytest.mark.parametrize(
    ("width", "expected"), [(1400, 16), (380, 8)], ids=["room for sixteen", "narrow"]
)
def test_row_takes_what_fits(view: HexView, width: int, expected: int) -> None:
    view.set_row_width(RowWidth.AUTO)

    view.resize(width, 200)

    assert view.cell_rect(expected).left() == view.cell_rect(0).left()


def test_fixed_row_scrolls_sideways_where_it_does_not_fit(view: HexView) -> None:
    view.set_row_width(RowWidth.THIRTY_TWO)
    view.resize(300, 200)

    assert view.horizontalScrollBar().maximum() > 0


def test_new_row_width_keeps_the_top_in_sight(view: HexView) -> None:
    view.verticalScrollBar().setValue(10)

    view.set_row_width(RowWidth.EIGHT)

    assert view.cell_rect(160).top() == 0


def test_unprintable_bytes_are_muted(view: HexView) -> None:
    theme = view._looks.theme

    assert theme.muted in colours(view, 0x1F)
    assert theme.muted not in colours(view, 0x41)


def test_readable_text_takes_the_role_of_its_direction(view: HexView) -> None:
    view.show_source(BytesSource(b"MMMM"), text_role="received")

    assert view._looks.theme.received in colours(view, 2, Column.TEXT)


def test_marked_stretches_are_highlighted(view: HexView) -> None:
    view.set_marker(lambda start, stop: [(0x42, 2)])

    marked = [view._looks.theme.highlight in colours(view, at) for at in range(0x41, 0x45)]
    assert marked == [False, True, True, False]


def test_theme_change_repaints(view: HexView) -> None:
    view._looks.choose("light")

    assert view._looks.theme.surface in colours(view, 0x41)


def test_utf8_column_shows_a_character_once(view: HexView) -> None:
    view.show_source(BytesSource("é".encode() + b"a"))
    view.set_charset(Charset.UTF_8)
    view.select(2)

    assert colours(view, 1, Column.TEXT) == {view._looks.theme.surface}
