"""The way of a file, and the button that stops it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from socket_workbench.panels.file_sending import Transfer, TransferStatus
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.transfer_bar import TransferBar


@pytest.fixture
def bar(qtbot: QtBot, qapp: QApplication) -> TransferBar:
    made = TransferBar(Looks(qapp, "light"))
    qtbot.addWidget(made)
    return made


def transfer(status: TransferStatus, sent_bytes: int = 500) -> Transfer:
    return Transfer(path=Path("/a/b.bin"), sent_bytes=sent_bytes, total_bytes=1000, status=status)


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (TransferStatus.SENDING, "Sending b.bin: 500 bytes of 1.00 kB"),
        (TransferStatus.STOPPED, "b.bin: stopped after 500 bytes of 1.00 kB"),
        (TransferStatus.FAILED, "b.bin: failed after 500 bytes of 1.00 kB"),
        (TransferStatus.DONE, "b.bin: all 1.00 kB sent"),
    ],
)
def test_text_tells_how_far_it_came(bar: TransferBar, status: TransferStatus, text: str) -> None:
    bar.show_transfer(transfer(status))

    label = bar.findChild(QLabel)
    assert isinstance(label, QLabel)
    assert label.text() == text


def test_progress_is_the_sent_part(bar: TransferBar) -> None:
    bar.show_transfer(transfer(TransferStatus.SENDING, 250))

    progress = bar.findChild(QProgressBar)
    assert isinstance(progress, QProgressBar)
    assert progress.value() / progress.maximum() == 0.25


def test_cancel_asks_for_the_stop(qtbot: QtBot, bar: TransferBar) -> None:
    bar.show_transfer(transfer(TransferStatus.SENDING))

    with qtbot.waitSignal(bar.cancel_requested):
        button = bar.findChild(QPushButton, "cancelFileButton")
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_nothing_under_way_takes_no_room(bar: TransferBar) -> None:
    bar.show_transfer(transfer(TransferStatus.DONE))

    bar.show_transfer(None)

    assert bar.isHidden()


def test_dismissed_outcome_stays_away(bar: TransferBar) -> None:
    bar.show_transfer(transfer(TransferStatus.DONE))
    bar.hide()

    bar.show_transfer(transfer(TransferStatus.DONE))

    assert bar.isHidden()
