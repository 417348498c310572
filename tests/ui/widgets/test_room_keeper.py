from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from socket_workbench_ui.widgets.room_keeper import RoomKeeper
from socket_workbench_ui.widgets.wrap_layout import WrapLayout


def page_with_row(qtbot: QtBot) -> QWidget:
    page, row = QWidget(), WrapLayout()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    for name in ("one", "two", "three"):
        row.addWidget(QPushButton(name))
    column.addLayout(row)
    column.addWidget(QLabel("below"))
    RoomKeeper(page)
    page.show()
    return page


def test_rows_that_wrap_get_their_height(qtbot: QtBot) -> None:
    page = page_with_row(qtbot)
    page.resize(600, 100)
    wide = page.minimumHeight()

    page.resize(150, 10)

    assert page.minimumHeight() >= wide + page.findChildren(QPushButton)[0].height()
    assert page.height() == page.minimumHeight()


def test_height_is_given_back(qtbot: QtBot) -> None:
    page = page_with_row(qtbot)
    page.resize(600, 100)
    wide = page.minimumHeight()
    page.resize(150, 10)

    page.resize(600, 100)

    assert page.minimumHeight() == wide


def test_what_is_shown_later_gets_its_height(qtbot: QtBot) -> None:
    page = page_with_row(qtbot)
    page.resize(600, 100)
    before, label = page.minimumHeight(), QLabel("new")

    layout = page.layout()
    assert layout is not None
    layout.addWidget(label)

    qtbot.waitUntil(lambda: page.minimumHeight() > before)
