from dataclasses import replace

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from socket_workbench.net.adapters import Adapter, Family
from socket_workbench_ui.models.adapters import COLUMNS, AdapterModel, SortedAdapters
from socket_workbench_ui.theme import Looks


def adapter(name: str, address: str, **fields: object) -> Adapter:
    family = Family.IPV6 if ":" in address else Family.IPV4
    made = Adapter(name=name, index=1, address=address, prefix_length=24, family=family, is_up=True)
    return replace(made, **fields)


LO = adapter("lo", "127.0.0.1", prefix_length=8, is_loopback=True, is_multicast=False)
ETH0 = adapter("eth0", "192.0.2.2", mac="02:fc:00:00:00:01", mtu=1500, speed_mbit=2500)
ETH0_V6 = adapter("eth0", "fe80::1", prefix_length=64, is_multicast=True)
ETH2 = adapter("eth2", "192.0.2.10", speed_mbit=100)
ETH10 = adapter("eth10", "192.0.2.9", is_up=False)
HEADINGS = [column.heading() for column in COLUMNS]


@pytest.fixture
def model(qapp: QApplication) -> AdapterModel:
    return AdapterModel(Looks(qapp, "light"))


def shown(model: AdapterModel | SortedAdapters, heading: str) -> list[str]:
    column = HEADINGS.index(heading)
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_model_keeps_qts_rules(model: AdapterModel, qtmodeltester: ModelTester) -> None:
    sorted_model = SortedAdapters(model)
    model.show_adapters([LO, ETH0])

    qtmodeltester.check(model)
    qtmodeltester.check(sorted_model)
    model.show_adapters([ETH0, ETH2, ETH0_V6])
    model.show_adapters([])


def test_headings_begin_with_the_apis_words(model: AdapterModel) -> None:
    headings = [
        model.headerData(section, Qt.Orientation.Horizontal)
        for section in range(model.columnCount())
    ]

    assert headings[:3] == ["name", "address", "prefixLength"]
    assert headings[3:] == ["family", "state", "MAC", "MTU", "speed", "loopback", "multicast"]


def test_row_tells_everything(model: AdapterModel) -> None:
    model.show_adapters([ETH0])

    assert [model.index(0, column).data() for column in range(len(COLUMNS))] == [
        "eth0",
        "192.0.2.2",
        "24",
        "IPv4",
        "up",
        "02:fc:00:00:00:01",
        "1500",
        "2.5 Gbit/s",
        "no",
        "",
    ]


def test_numbers_stand_right_under_their_headings(model: AdapterModel) -> None:
    model.show_adapters([LO])
    role, column = Qt.ItemDataRole.TextAlignmentRole, HEADINGS.index("MTU")

    heading = model.headerData(column, Qt.Orientation.Horizontal, role)

    assert heading & Qt.AlignmentFlag.AlignRight
    assert model.index(0, column).data(role) == heading


def test_rows_that_stay_keep_their_identity(model: AdapterModel) -> None:
    model.show_adapters([LO, ETH0, ETH2])
    kept, gone = (QPersistentModelIndex(model.index(row, 0)) for row in (1, 2))

    model.show_adapters([ETH10, ETH0, LO])

    assert kept.data() == "eth0"
    assert not gone.isValid()
    assert sorted(shown(model, "name")) == ["eth0", "eth10", "lo"]


def test_change_of_state_is_told_for_its_row_only(model: AdapterModel) -> None:
    model.show_adapters([LO, ETH0])
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))

    model.show_adapters([LO, replace(ETH0, is_up=False)])

    assert changed == [(1, 1)]
    assert shown(model, "state") == ["up", "down"]


def test_names_are_sorted_by_their_numbers(model: AdapterModel) -> None:
    sorted_model = SortedAdapters(model)
    model.show_adapters([LO, ETH10, ETH2, ETH0_V6, ETH0])

    sorted_model.sort(0)

    assert shown(sorted_model, "name") == ["eth0", "eth0", "eth2", "eth10", "lo"]
    assert shown(sorted_model, "address")[:2] == ["192.0.2.2", "fe80::1"]


def test_addresses_are_sorted_by_value(model: AdapterModel) -> None:
    sorted_model = SortedAdapters(model)
    model.show_adapters([ETH0_V6, ETH2, ETH10, LO])

    sorted_model.sort(1)

    assert shown(sorted_model, "address") == ["127.0.0.1", "192.0.2.9", "192.0.2.10", "fe80::1"]


@pytest.mark.parametrize("column", range(len(COLUMNS)), ids=HEADINGS)
def test_every_column_can_be_sorted_both_ways(model: AdapterModel, column: int) -> None:
    sorted_model = SortedAdapters(model)
    model.show_adapters([LO, ETH0, ETH0_V6, ETH2, ETH10])

    sorted_model.sort(column, Qt.SortOrder.AscendingOrder)
    forward = [sorted_model.adapter(row) for row in range(5)]
    sorted_model.sort(column, Qt.SortOrder.DescendingOrder)

    assert [sorted_model.adapter(row) for row in range(5)] == forward[::-1]


def test_adapters_that_are_down_are_drawn_muted(qapp: QApplication) -> None:
    looks = Looks(qapp, "light")
    model = AdapterModel(looks)
    model.show_adapters([ETH0, ETH10])

    colours = [model.index(row, 0).data(Qt.ItemDataRole.ForegroundRole) for row in (0, 1)]

    assert colours == [looks.colour("text"), looks.colour("muted")]
