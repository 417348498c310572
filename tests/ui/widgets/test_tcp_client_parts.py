"""The pieces of the TCP client panel: options in groups, trust, the wait for an attempt."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from socket_workbench.panels.tcp_client_state import Retry
from socket_workbench.session.tcp_entries import ClientTlsEntry, ReconnectEntry, TrustedEntry
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.column_scroller import ColumnScroller
from socket_workbench_ui.widgets.option_tabs import OptionTabs
from socket_workbench_ui.widgets.reconnect_options import ReconnectOptions
from socket_workbench_ui.widgets.retry_bar import RetryBar
from socket_workbench_ui.widgets.tls_options import TlsOptions
from socket_workbench_ui.widgets.wrap_layout import WrapLayout
from support.parts import part

TRUSTED = TrustedEntry(host="::1", port=443, sha256="ab" * 32, title="my server")
TLS = ClientTlsEntry(
    is_on=True, min_version="tls1.3", max_version="tls1.3", ca_file="/ca.pem", trusted=(TRUSTED,)
)
RECONNECT = ReconnectEntry(
    is_on=True, after="both", first_delay_ms=1500, longest_delay_ms=60_000, attempts=7
)


@pytest.fixture
def looks(qapp: QApplication) -> Looks:
    return Looks(qapp, "light")


def test_tls_entry_goes_in_and_comes_out(qtbot: QtBot, looks: Looks) -> None:
    options = TlsOptions(looks)
    qtbot.addWidget(options)

    with qtbot.assertNotEmitted(options.distrust_wanted):
        options.show_entry(TLS)

    assert options.entry(is_on=True) == TLS


def test_every_tls_field_tells_of_its_change(qtbot: QtBot, looks: Looks) -> None:
    options = TlsOptions(looks)
    qtbot.addWidget(options)

    for name in ("tlsMinCombo", "tlsMaxCombo"):
        box = part(options, QComboBox, name)
        with qtbot.waitSignal(options.changed):
            box.setCurrentIndex(2)
    file = part(options, QLineEdit, "caFileEdit")
    with qtbot.waitSignal(options.changed):
        file.setText("/other.pem")


def test_trust_can_be_taken_back_by_its_menu(qtbot: QtBot, looks: Looks) -> None:
    options = TlsOptions(looks)
    qtbot.addWidget(options)
    options.show_entry(TLS)
    button, menu = options.findChild(QPushButton, "trustedButton"), options.findChild(QMenu)
    assert isinstance(button, QPushButton)
    assert isinstance(menu, QMenu)
    assert button.text() == "Trusted: 1"
    assert "my server for [::1]:443" in menu.actions()[0].text()

    with qtbot.waitSignal(options.distrust_wanted) as asked:
        menu.actions()[0].trigger()

    assert asked.args == [TRUSTED]


def test_reconnect_entry_goes_in_and_comes_out(qtbot: QtBot) -> None:
    options = ReconnectOptions()
    qtbot.addWidget(options)

    with qtbot.assertNotEmitted(options.changed):
        options.show_entry(RECONNECT)

    assert options.entry() == RECONNECT


def test_reconnect_details_need_the_check(qtbot: QtBot) -> None:
    options = ReconnectOptions()
    qtbot.addWidget(options)
    check = options.findChild(QCheckBox, "reconnectCheck")
    after = options.findChild(QComboBox, "reconnectAfterCombo")
    assert isinstance(check, QCheckBox)
    assert isinstance(after, QComboBox)
    assert not after.isEnabled()

    with qtbot.waitSignal(options.changed):
        check.setChecked(True)

    assert after.isEnabled()


@pytest.mark.parametrize(
    ("most", "text"),
    [(0, "Next attempt in 3 s (number 2)"), (5, "Next attempt in 3 s (number 2 of 5)")],
    ids=["without limit", "with limit"],
)
def test_wait_is_told(qtbot: QtBot, looks: Looks, most: int, text: str) -> None:
    bar = RetryBar(looks)
    qtbot.addWidget(bar)

    bar.show_retry(Retry(number=2, most=most, seconds=3))
    label = part(bar, QLabel, "retryLabel")
    shown = label.text()
    bar.show_retry(None)

    assert shown == text
    assert bar.isHidden()


def test_wait_can_be_cut_short_and_stopped(qtbot: QtBot, looks: Looks) -> None:
    bar = RetryBar(looks)
    qtbot.addWidget(bar)
    bar.show_retry(Retry(number=1, most=0, seconds=9))

    for name, signal in (
        ("tryNowButton", bar.try_now_requested),
        ("stopRetryButton", bar.stop_requested),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(bar.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_one_group_of_options_is_shown_at_a_time(qtbot: QtBot) -> None:
    first, second = QLabel("1"), QLabel("2")
    tabs = OptionTabs((("One", first), ("Two", second)))
    qtbot.addWidget(tabs)
    tabs.show()

    tabs.tabs.setCurrentIndex(1)

    assert (first.isVisible(), second.isVisible()) == (False, True)


def test_column_scrolls_rather_than_clips(qtbot: QtBot) -> None:
    scroller, rows = ColumnScroller(), QWidget()
    wrap = WrapLayout(rows)
    for _ in range(6):
        piece = QWidget()
        piece.setFixedSize(100, 40)
        wrap.addWidget(piece)
    scroller.column.addWidget(rows)
    qtbot.addWidget(scroller)
    scroller.resize(230, 60)
    scroller.show()

    qtbot.waitUntil(lambda: rows.height() >= 3 * 40)
    assert scroller.verticalScrollBar().maximum() > 0
