import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QTableView
from pytestqt.qtbot import QtBot

from socket_workbench.net.adapters import Adapter, Family
from socket_workbench.panels.adapters import AdaptersState
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.adapter_table import AdapterTable
from support.parts import part

LO = Adapter(name="lo", index=1, address="127.0.0.1", prefix_length=8, family=Family.IPV4)
ETH0 = Adapter(
    name="eth0", index=2, address="fe80::1", prefix_length=64, family=Family.IPV6, is_up=True
)
MANY = tuple(
    Adapter(
        name=f"veth{number}",
        index=number,
        address=f"10.0.0.{number}",
        prefix_length=24,
        family=Family.IPV4,
    )
    for number in range(1, 100)
)


@pytest.fixture
def table(qtbot: QtBot, qapp: QApplication) -> AdapterTable:
    table = AdapterTable(Looks(qapp, "light"))
    qtbot.addWidget(table)
    table.resize(400, 200)
    table.show()
    return table


def view_of(table: AdapterTable) -> QTableView:
    return part(table, QTableView, "adapterTable")


def menu_of(table: AdapterTable) -> dict[str, QAction]:
    menu = table.context_menu()
    assert menu is not None
    return {action.text(): action for action in menu.actions() if action.isVisible()}


def test_list_is_shown_sorted_by_name(table: AdapterTable) -> None:
    table.show_state(AdaptersState(adapters=(LO, ETH0)))

    model = view_of(table).model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["eth0", "lo"]


def test_selection_and_scroll_position_outlive_changes(table: AdapterTable) -> None:
    table.show_state(AdaptersState(adapters=MANY))
    view = view_of(table)
    view.selectRow(50)
    view.scrollTo(view.model().index(60, 0))
    top = view.verticalScrollBar().value()

    table.show_state(AdaptersState(adapters=(*MANY[:98], replace(MANY[98], is_up=True), LO)))

    assert [each.name for each in table.selected()] == ["veth51"]
    assert view.verticalScrollBar().value() == top > 0


def test_selected_adapter_that_goes_away_is_no_longer_selected(table: AdapterTable) -> None:
    table.show_state(AdaptersState(adapters=(LO,)))
    view_of(table).selectRow(0)

    table.show_state(AdaptersState())

    assert table.selected() == []


def test_failure_is_told_above_the_last_list(table: AdapterTable) -> None:
    notice = part(table, QLabel, "adapterNotice")

    table.show_state(AdaptersState(adapters=(LO,), failure="Too many open files"))
    told, rows = notice.text(), view_of(table).model().rowCount()
    table.show_state(AdaptersState(adapters=(LO,)))

    assert told == "The adapters cannot be listed: Too many open files"
    assert rows == 1
    assert not notice.isVisible()


def test_copy_takes_the_selected_rows(table: AdapterTable, qtbot: QtBot) -> None:
    table.show_state(AdaptersState(adapters=(LO, ETH0)))
    view_of(table).selectAll()

    qtbot.keyClick(view_of(table), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    rows = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert [row[:3] for row in rows] == [["eth0", "fe80::1", "64"], ["lo", "127.0.0.1", "8"]]


def test_copied_json_is_as_the_api_gives_it(table: AdapterTable) -> None:
    table.show_state(AdaptersState(adapters=(LO,)))
    view_of(table).selectRow(0)

    menu_of(table)["Copy JSON"].trigger()

    assert json.loads(QGuiApplication.clipboard().text()) == [
        {"name": "lo", "address": "127.0.0.1", "prefixLength": 8}
    ]


def test_menu_offers_only_what_panels_can_take(table: AdapterTable) -> None:
    table.show_state(AdaptersState(adapters=(LO,)))
    view_of(table).selectRow(0)

    before = list(menu_of(table))
    table.allow_use(binding=True, multicast=True)

    assert before == ["Copy", "Copy JSON"]
    assert list(menu_of(table))[2:] == ["Use as bind address", "Use for multicast"]


def test_bind_address_leaves_with_its_zone(table: AdapterTable, qtbot: QtBot) -> None:
    table.allow_use(binding=True, multicast=True)
    table.show_state(AdaptersState(adapters=(ETH0,)))
    view_of(table).selectRow(0)

    with qtbot.waitSignal(table.bind_requested) as emitted:
        menu_of(table)["Use as bind address"].trigger()

    assert emitted.args == [ETH0.bind_address]


def test_adapter_for_multicast_leaves_whole(table: AdapterTable, qtbot: QtBot) -> None:
    table.allow_use(binding=True, multicast=True)
    table.show_state(AdaptersState(adapters=(ETH0,)))
    view_of(table).selectRow(0)

    with qtbot.waitSignal(table.multicast_requested) as emitted:
        menu_of(table)["Use for multicast"].trigger()

    assert emitted.args == [ETH0]


def test_adapter_without_multicast_is_not_offered_for_it(table: AdapterTable) -> None:
    table.allow_use(binding=True, multicast=True)
    table.show_state(AdaptersState(adapters=(replace(LO, is_multicast=False),)))
    view_of(table).selectRow(0)

    assert not menu_of(table)["Use for multicast"].isEnabled()


def test_nothing_selected_has_no_menu(table: AdapterTable) -> None:
    table.show_state(AdaptersState(adapters=(LO,)))

    assert table.context_menu() is None


def shown_headings(table: AdapterTable) -> list[str]:
    view = view_of(table)
    columns = range(view.model().columnCount())
    shown = [column for column in columns if not view.isColumnHidden(column)]
    return [view.model().headerData(column, Qt.Orientation.Horizontal) for column in shown]


def test_narrow_table_spares_columns_instead_of_scrolling(table: AdapterTable) -> None:
    table.show_state(AdaptersState(adapters=(LO, ETH0)))

    table.resize(280, 200)

    assert shown_headings(table) == ["name", "address", "prefixLength"]
    assert view_of(table).horizontalScrollBar().maximum() == 0


def test_wide_table_shows_every_column_again(table: AdapterTable) -> None:
    table.show_state(AdaptersState(adapters=(LO, ETH0)))
    table.resize(200, 200)

    table.resize(1200, 200)

    assert shown_headings(table)[-1] == "multicast"


def test_tool_tip_tells_what_spared_columns_would(table: AdapterTable) -> None:
    table.show_state(AdaptersState(adapters=(ETH0,)))

    tip = view_of(table).model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)

    assert "prefixLength: 64" in tip
    assert "family: IPv6" in tip
