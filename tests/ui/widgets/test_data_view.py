import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from socket_workbench.bytesview.hexdump import CopyFormat
from socket_workbench.bytesview.search import CHUNK_BYTES
from socket_workbench.bytesview.source import BytesSource
from socket_workbench.tasks import TaskScope
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.byte_copier import LIMIT_BYTES
from socket_workbench_ui.widgets.data_view import DataView
from support.byte_sources import BrokenSource, GrowingSource, VastSource
from support.parts import part
from support.qt_run import RunOnQt
from support.tab_order import tab_order

PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n"
LEFT_BUTTON = Qt.MouseButton.LeftButton

Act = Callable[[DataView], Coroutine[Any, Any, object]]


def fail(error: BaseException, name: str) -> None:
    pytest.fail(f"{name}: {error!r}")


def new_view(qtbot: QtBot, qapp: QApplication, scope: TaskScope) -> DataView:
    view = DataView(Looks(qapp, "dark"), scope)
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.show()
    return view


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> DataView:
    return new_view(qtbot, qapp, TaskScope(on_error=fail))


@pytest.fixture
def on_view(qtbot: QtBot, qapp: QApplication, run_on_qt: RunOnQt) -> Callable[[Act], Any]:
    """Run a coroutine with a view, on the loop that the program runs on."""

    async def run(act: Act) -> object:
        async with TaskScope(on_error=fail) as scope:
            return await act(new_view(qtbot, qapp, scope))

    return lambda act: run_on_qt(run(act))


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not is_so():  # noqa: ASYNC110 - widgets tell no event of it
            await asyncio.sleep(0.01)


def type_to_find(view: DataView, typed: str, kind: str = "Text") -> None:
    view.open_find()
    part(view, QComboBox, "findKindCombo").setCurrentText(kind)
    part(view, QLineEdit, "findEdit").setText(typed)


def status(view: DataView) -> str:
    return part(view, QLabel, "findStatus").text()


def test_heading_names_the_bytes_and_their_number(view: DataView) -> None:
    view.show_source(BytesSource(bytes(4096)))

    assert part(view, QLabel, "dataHeading").text() == "ARRAYBUFFER · 4\u2009096 BYTES"


def test_without_bytes_nothing_can_be_done_with_them(view: DataView) -> None:
    names = ("findButton", "copyButton", "saveButton")

    assert [part(view, QPushButton, name).isEnabled() for name in names] == [False] * 3


def test_selection_is_inspected(view: DataView) -> None:
    view.show_source(BytesSource(PAGE))

    view.hex_view.select(0x11, 12)

    assert view.inspector.value_text("utf-8") == "Content-Type"


def test_broken_source_is_told(view: DataView) -> None:
    view.show_source(BrokenSource())

    assert any(label.text() == "the disk is gone" for label in view.findChildren(QLabel))


def test_growth_is_shown(view: DataView) -> None:
    source = GrowingSource(b"ab")
    view.show_source(source, "Stream")

    source.data += b"c"
    view.refresh()

    assert part(view, QLabel, "dataHeading").text() == "STREAM · 3 BYTES"


def test_save_asks_for_the_selection(qtbot: QtBot, view: DataView) -> None:
    source = BytesSource(PAGE)
    view.show_source(source)
    view.hex_view.select(2, 5)

    with qtbot.waitSignal(view.save_requested) as emitted:
        qtbot.mouseClick(part(view, QPushButton, "saveButton"), LEFT_BUTTON)

    assert emitted.args == [source, 2, 5]


def test_save_asks_for_everything_where_one_byte_is_selected(qtbot: QtBot, view: DataView) -> None:
    source = BytesSource(PAGE)
    view.show_source(source)

    with qtbot.waitSignal(view.save_requested) as emitted:
        qtbot.mouseClick(part(view, QPushButton, "saveButton"), LEFT_BUTTON)

    assert emitted.args == [source, 0, len(PAGE)]


def test_selection_is_copied_in_the_form_wanted(view: DataView) -> None:
    view.show_source(BytesSource(PAGE))
    view.hex_view.select(0, 4)

    view.copy_as(CopyFormat.PYTHON_BYTES)

    assert QGuiApplication.clipboard().text() == "b'HTTP'"


def test_copy_menu_offers_every_form(view: DataView) -> None:
    actions = part(view, QPushButton, "copyButton").menu().actions()

    assert len(actions) == len(CopyFormat)


def test_copy_key_takes_the_selection_alone(qtbot: QtBot, view: DataView) -> None:
    view.show_source(BytesSource(PAGE))

    qtbot.keyClick(view.hex_view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == "48"


def test_too_much_for_the_clipboard_is_said(view: DataView) -> None:
    view.show_source(VastSource(LIMIT_BYTES + 1))

    view.copy_as(CopyFormat.HEX)

    labels = [label.text() for label in view.findChildren(QLabel) if label.isVisible()]
    assert any("too many for the clipboard" in text for text in labels)


def test_much_is_copied_from_a_thread(on_view: Callable[[Act], Any]) -> None:
    data = bytes(range(256)) * 1024

    async def act(view: DataView) -> str:
        QGuiApplication.clipboard().clear()
        view.show_source(BytesSource(data))
        view.copy_as(CopyFormat.HEX)
        await until(lambda: QGuiApplication.clipboard().text() != "")
        return QGuiApplication.clipboard().text()

    assert on_view(act) == data.hex(" ")


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("Content", "Text"), ("43 6f 6e 74 65", "Hex"), (r"Content-\w+", "Regex")],
)
def test_matches_are_counted_as_typed(on_view: Callable[[Act], Any], typed: str, kind: str) -> None:
    async def act(view: DataView) -> str:
        view.show_source(BytesSource(PAGE))
        type_to_find(view, typed, kind)
        await until(lambda: status(view) != "")
        return status(view)

    assert on_view(act) == "2 matches"


def test_next_and_previous_select_matches(qtbot: QtBot, on_view: Callable[[Act], Any]) -> None:
    places: list[tuple[int, int]] = []

    async def act(view: DataView) -> None:
        view.show_source(BytesSource(PAGE))
        type_to_find(view, "Content")
        for modifier in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        ):
            before = view.hex_view.selection()
            qtbot.keyClick(part(view, QLineEdit, "findEdit"), Qt.Key.Key_Return, modifier)
            await until(lambda before=before: view.hex_view.selection() != before)
            places.append(view.hex_view.selection())

    on_view(act)

    assert places == [(17, 7), (42, 7), (17, 7), (42, 7)]


def test_match_in_a_later_chunk_is_found(on_view: Callable[[Act], Any]) -> None:
    data = bytes(CHUNK_BYTES * 2) + b"needle"

    async def act(view: DataView) -> tuple[int, int]:
        view.show_source(BytesSource(data))
        type_to_find(view, "needle")
        view.find_bar.next_requested.emit()
        await until(lambda: view.hex_view.selection()[0] > 0)
        return view.hex_view.selection()

    assert on_view(act) == (CHUNK_BYTES * 2, 6)


@pytest.mark.parametrize(
    ("typed", "kind", "message"),
    [
        ("4", "Hex", "has no partner"),
        ("a(b", "Regex", "missing )"),
        ("a\\", "Text", "backslash stands alone"),
    ],
)
def test_wrong_input_is_marked(view: DataView, typed: str, kind: str, message: str) -> None:
    view.show_source(BytesSource(PAGE))

    type_to_find(view, typed, kind)

    assert message in status(view)
    assert part(view, QLineEdit, "findEdit").property("invalid") == "true"


def test_endless_expression_is_given_up(
    on_view: Callable[[Act], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socket_workbench.bytesview.search.REGEX_TIMEOUT_S", 0.05)

    async def act(view: DataView) -> str:
        view.show_source(BytesSource(b"a" * 5000))
        type_to_find(view, r"(?:a|aa)+(?:b|bb)+c$|(?:(?:a+)+)+$x", "Regex")
        await until(lambda: "too long" in status(view))
        return status(view)

    assert on_view(act).startswith("The expression takes too long")


def test_escape_closes_the_find_bar(qtbot: QtBot, view: DataView) -> None:
    view.show_source(BytesSource(PAGE))
    view.open_find()

    qtbot.keyClick(part(view, QLineEdit, "findEdit"), Qt.Key.Key_Escape)

    assert view.find_bar.isHidden()


@pytest.mark.parametrize(("typed", "offset"), [("0x20", 0x20), ("10", 10), ("+3", 3)])
def test_go_to_an_offset(qtbot: QtBot, view: DataView, typed: str, offset: int) -> None:
    view.show_source(BytesSource(PAGE))
    view.open_go_to()
    edit = part(view, QLineEdit, "goToEdit")

    qtbot.keyClicks(edit, typed)
    qtbot.keyClick(edit, Qt.Key.Key_Return)

    assert view.hex_view.selection() == (offset, 1)


def test_offset_beyond_the_end_is_marked(qtbot: QtBot, view: DataView) -> None:
    view.show_source(BytesSource(PAGE))
    view.open_go_to()
    edit = part(view, QLineEdit, "goToEdit")

    qtbot.keyClicks(edit, "5000")

    assert edit.property("invalid") == "true"


@pytest.mark.parametrize("width", [320, 560, 1000])
def test_nothing_is_clipped(view: DataView, width: int) -> None:
    view.show_source(BytesSource(PAGE), "sockets.tcp.onReceive · tcp 1 · #1204331")
    view.open_find()

    view.resize(width, 400)

    for button in view.findChildren(QPushButton):
        right = button.mapTo(view, QPoint(button.width(), 0)).x()
        assert right <= view.width(), button.text()


def test_tab_order_is_reading_order(view: DataView) -> None:
    names = ["findButton", "copyButton", "showAsButton", "saveButton", "findEdit"]
    names += ["findKindCombo", "findNextButton", "goToEdit", "hexView", "dataInspector"]

    assert tab_order(view, names) == names


def test_bytes_behind_other_tabs_claim_little_height(view: DataView) -> None:
    empty = view.minimumSizeHint().height()

    view.show_source(BytesSource(PAGE))

    assert view.minimumSizeHint().height() - empty < 20
