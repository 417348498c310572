import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from socket_workbench.panels.throughput import Sample
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.throughput_graph import ThroughputGraph, ceiling
from support.parts import part

SAMPLES = [
    Sample(at_s=100 + n / 2, bytes_in=n * 1e6, bytes_out=2e6, events_in=n, events_out=3)
    for n in range(60)
]


@pytest.fixture
def graph(qtbot: QtBot, qapp: QApplication) -> ThroughputGraph:
    made = ThroughputGraph(Looks(qapp, "dark"))
    qtbot.addWidget(made)
    made.resize(800, 200)
    made.show()
    return made


def reading(graph: ThroughputGraph) -> str:
    label = part(graph, QLabel, "graphReading")
    return label.text()


def combo(graph: ThroughputGraph, name: str) -> QComboBox:
    return part(graph, QComboBox, name)


def curves(graph: ThroughputGraph) -> QWidget:
    return next(one for one in graph.findChildren(QWidget) if one.accessibleName() == "Throughput")


def test_newest_rates_are_told_in_words(graph: ThroughputGraph) -> None:
    graph.show_samples(SAMPLES, "tcp 1")

    assert "59.0 MB/s" in reading(graph)
    assert "2.00 MB/s" in reading(graph)
    assert "59.0 MB/s" in curves(graph).accessibleDescription()


def test_events_are_counted_when_chosen(graph: ThroughputGraph) -> None:
    graph.show_samples(SAMPLES, "tcp 1")

    combo(graph, "graphUnitCombo").setCurrentIndex(1)

    assert "59 /s" in reading(graph)
    assert "3 /s" in reading(graph)


def test_pointer_reads_a_moment_off(graph: ThroughputGraph, qtbot: QtBot) -> None:
    graph.show_samples(SAMPLES, "tcp 1")
    area = curves(graph)

    qtbot.mouseMove(area, QPoint(area.width() - 9, 40))
    qtbot.mouseMove(area, QPoint(area.width() // 2 + 2, 40))

    qtbot.waitUntil(lambda: "59.0 MB/s" not in reading(graph))


def test_other_choice_of_sockets_asks_for_other_samples(
    graph: ThroughputGraph, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(graph.changed):
        combo(graph, "graphSocketCombo").setCurrentIndex(1)

    assert not graph.shows_all


def test_curves_have_the_colours_of_their_directions(
    graph: ThroughputGraph, qapp: QApplication
) -> None:
    graph.show_samples(SAMPLES, "tcp 1")
    picture = curves(graph).grab().toImage()

    assert has_colour(picture, "#56d38a")
    assert has_colour(picture, "#74b6ff")


def has_colour(picture: QImage, name: str) -> bool:
    return any(
        picture.pixelColor(x, y).name() == name
        for x in range(0, picture.width())
        for y in range(0, picture.height())
    )


def test_without_samples_it_says_zero(graph: ThroughputGraph) -> None:
    graph.show_samples([], "")

    assert "0 bytes/s" in reading(graph)


@pytest.mark.parametrize(
    ("value", "top"), [(1, 1), (1.5, 2), (2.1, 2.5), (7, 10), (11, 20), (26e6, 50e6)]
)
def test_scale_ends_at_a_round_number(value: float, top: float) -> None:
    assert ceiling(value) == top
