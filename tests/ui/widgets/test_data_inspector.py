import asyncio
import hashlib

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socket_workbench.bytesview.source import BytesSource
from socket_workbench.tasks import TaskScope
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.data_inspector import CHUNK_BYTES, DIRECT_BYTES, DataInspector
from support.byte_sources import BrokenSource, FailingSource
from support.qt_run import RunOnQt

PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def fail(error: BaseException, name: str) -> None:
    pytest.fail(f"{name}: {error!r}")


@pytest.fixture
def inspector(qtbot: QtBot, qapp: QApplication) -> DataInspector:
    inspector = DataInspector(Looks(qapp, "dark"), TaskScope(on_error=fail))
    qtbot.addWidget(inspector)
    return inspector


def test_values_are_read_from_where_the_selection_begins(inspector: DataInspector) -> None:
    inspector.show_selection(BytesSource(PAGE), 0x11, 12)

    names = ("u8", "u16", "i32", "utf-8", "selection", "offset")
    assert [inspector.value_text(name) for name in names] == [
        "67",
        "17263",
        "1131376244",
        "Content-Type",
        "12 bytes",
        "0x11 to 0x1c",
    ]


def test_both_byte_orders_are_shown(inspector: DataInspector) -> None:
    inspector.show_selection(BytesSource(PAGE), 0x11, 1)

    assert inspector.value_text("u16", is_big=False) == "28483"


def test_one_byte_has_one_offset(inspector: DataInspector) -> None:
    inspector.show_selection(BytesSource(PAGE), 3, 1)

    assert [inspector.value_text(name) for name in ("selection", "offset")] == ["1 byte", "0x3"]


def test_line_breaks_in_text_are_shown_as_escapes(inspector: DataInspector) -> None:
    inspector.show_selection(BytesSource(b"a\r\nb"), 0, 4)

    assert inspector.value_text("utf-8") == r"a\r\nb"


def test_checksums_follow_when_the_selection_rests(qtbot: QtBot, inspector: DataInspector) -> None:
    inspector.show_selection(BytesSource(b"123456789"), 0, 9)

    qtbot.waitUntil(lambda: inspector.value_text("CRC-32") == "cbf43926")
    assert inspector.value_text("CRC-16/MODBUS") == "4b37"


def test_large_selection_is_summed_up_in_a_thread(
    run_on_qt: RunOnQt, qtbot: QtBot, qapp: QApplication
) -> None:
    data = b"x" * (CHUNK_BYTES + 5)

    async def sum_up() -> str:
        async with TaskScope(on_error=fail) as scope:
            inspector = DataInspector(Looks(qapp, "dark"), scope)
            qtbot.addWidget(inspector)
            inspector.show_selection(BytesSource(data), 0, len(data))
            while len(inspector.value_text("SHA-256")) != 64:  # noqa: ASYNC110 - tells no event
                await asyncio.sleep(0.01)
            return inspector.value_text("SHA-256")

    assert run_on_qt(sum_up()) == hashlib.sha256(data).hexdigest()


def test_new_selection_gives_the_old_sums_up(
    run_on_qt: RunOnQt, qtbot: QtBot, qapp: QApplication
) -> None:
    async def sum_up() -> str:
        async with TaskScope(on_error=fail) as scope:
            inspector = DataInspector(Looks(qapp, "dark"), scope)
            qtbot.addWidget(inspector)
            inspector.show_selection(BytesSource(bytes(DIRECT_BYTES * 100)), 0, DIRECT_BYTES * 100)
            await asyncio.sleep(0.15)
            inspector.show_selection(BytesSource(b"123456789"), 0, 9)
            await asyncio.sleep(0.3)
            return inspector.value_text("CRC-32")

    assert run_on_qt(sum_up()) == "cbf43926"


def test_no_selection_shows_no_values(inspector: DataInspector) -> None:
    inspector.show_selection(BytesSource(b""), 0, 0)

    assert [inspector.value_text(name) for name in ("u8", "offset", "MD5")] == ["", "", ""]


def test_unreadable_source_is_told_to_the_caller(inspector: DataInspector) -> None:
    with pytest.raises(OSError, match="gone"):
        inspector.show_selection(BrokenSource(), 0, 1)


def test_value_can_be_copied(inspector: DataInspector) -> None:
    inspector.show_selection(BytesSource(PAGE), 0x11, 12)
    inspector.setCurrentCell(4, 2)

    inspector.copy_value()

    assert QGuiApplication.clipboard().text() == "17263"


def test_whole_table_can_be_copied(inspector: DataInspector) -> None:
    inspector.show_selection(BytesSource(PAGE), 0x11, 12)

    inspector.copy_all()

    lines = QGuiApplication.clipboard().text().splitlines()
    assert ("u16\t28483\t17263" in lines, "selection\t12 bytes" in lines) == (True, True)


def test_source_that_fails_while_it_is_summed_up_is_told(
    qtbot: QtBot, inspector: DataInspector
) -> None:
    inspector.show_selection(FailingSource(b"123456789", reads=2), 0, 9)

    qtbot.waitUntil(lambda: inspector.value_text("MD5") == "the disk is gone")
