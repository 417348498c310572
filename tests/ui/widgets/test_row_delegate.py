"""Cells that the delegate paints itself, beside what the style makes of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QStyledItemDelegate
from pytestqt.qtbot import QtBot

from socket_workbench.capture.window import RowWindow, StillFeed
from socket_workbench_ui.models import event_log
from socket_workbench_ui.models.event_log import EventLogModel
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.capture_table_view import CaptureTableView
from support.records import record_dialogue

NEARLY_PX = 2
"""The style rounds widths of texts, the delegate those of characters."""


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[CaptureTableView]:
    """An event log with one round in it."""
    path = tmp_path / "run.swcap"
    window = RowWindow(path, StillFeed(record_dialogue(path)))
    looks = Looks(qapp, "light")
    model = EventLogModel(window, looks)
    view = CaptureTableView(model, looks)
    qtbot.addWidget(view)
    view.resize(1500, 300)
    view.show()
    model.grow()
    yield view
    window.close()


def ink_of(view: CaptureTableView, row: int, column: int) -> QRect:
    """What of a cell is not ground."""
    cell = view.visualRect(view.model().index(row, column))
    image = view.viewport().grab(cell).toImage()
    ground = image.pixel(1, 1)
    spots = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixel(x, y) != ground
    ]
    if not spots:
        return QRect()
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    return QRect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


@pytest.mark.parametrize(
    ("column", "width_px"),
    [
        pytest.param(event_log.NUMBER, 80, id="to the right"),
        pytest.param(event_log.SIGN, 40, id="an arrow in the middle"),
        pytest.param(event_log.EVENT, 250, id="to the left"),
        pytest.param(event_log.EVENT, 90, id="shortened"),
        pytest.param(event_log.EVENT, 24, id="without room"),
        pytest.param(event_log.RESULT, 150, id="empty"),
        pytest.param(event_log.PREVIEW, 300, id="beyond ASCII"),
    ],
)
def test_cells_look_as_the_style_paints_them(
    view: CaptureTableView, column: int, width_px: int
) -> None:
    view.setColumnWidth(column, width_px)
    ours = [ink_of(view, row, column) for row in range(4)]

    view.setItemDelegate(QStyledItemDelegate(view))
    styles = [ink_of(view, row, column) for row in range(4)]

    for mine, its in zip(ours, styles, strict=True):
        assert abs(mine.left() - its.left()) <= NEARLY_PX
        assert abs(mine.right() - its.right()) <= NEARLY_PX + width_px // 20
        assert abs(mine.top() - its.top()) <= NEARLY_PX
        assert abs(mine.bottom() - its.bottom()) <= NEARLY_PX


def test_selected_row_looks_selected(view: CaptureTableView) -> None:
    view.selectRow(1)
    ours = view.viewport().grab().toImage()

    view.setItemDelegate(QStyledItemDelegate(view))
    cell = view.visualRect(view.model().index(1, event_log.CAUSE)).center()

    assert ours.pixel(cell) == view.viewport().grab().toImage().pixel(cell)
    assert ours.pixel(cell) != ours.pixel(cell.x(), cell.y() + 2 * view.rowHeight(1))
