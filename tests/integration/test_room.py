"""In the smallest window nothing of a panel is cut off: its column scrolls instead."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from socket_workbench_ui.panel_kinds import KINDS
from support.desk import Desk
from support.stories import Tell
from support.translated import LANGUAGES, choose_language

OUTSIDE = "203.0.113.7"
"""An address that no adapter has."""


def connect_nowhere(desk: Desk) -> None:
    desk.type("hostEdit", "no-such-name.invalid")
    desk.type("portSpin", "99")
    desk.click("connectButton")


def listen_outside(desk: Desk) -> None:
    desk.type("addressEdit", OUTSIDE)
    desk.click("listenButton")


def bind_outside(desk: Desk) -> None:
    desk.type("addressEdit", OUTSIDE)
    desk.click("bindButton")


def join_no_group(desk: Desk) -> None:
    desk.type("groupEdit", "10.0.0.1")
    desk.type("portSpin", "99")
    desk.click("joinButton")


def run_half_a_call(desk: Desk) -> None:
    desk.find(QPlainTextEdit, "scriptEditor").setPlainText("foo(")
    desk.click("runButton")


TROUBLES = {
    "tcp_client": connect_nowhere,
    "tcp_server": listen_outside,
    "udp": bind_outside,
    "multicast": join_no_group,
    "script": run_half_a_call,
    "legacy": lambda _: None,
}


def is_squeezed(widget: QWidget) -> bool:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width())
    return widget.height() < min(widget.minimumSizeHint().height(), widget.maximumHeight())


def is_cut(widget: QWidget) -> bool:
    """Whether part of it lies outside of something around it that does not scroll."""
    around = widget.parentWidget()
    while around is not None and not around.isWindow():
        if isinstance(around.parentWidget(), QAbstractScrollArea):
            return False
        if not around.rect().contains(QRect(widget.mapTo(around, QPoint()), widget.size())):
            return True
        around = around.parentWidget()
    return False


def clipped(page: QWidget) -> list[str]:
    shown = [one for one in page.findChildren(QWidget) if one.isVisible()]
    kinds, fields = (QAbstractButton, QLabel, QLineEdit), (QLineEdit, QComboBox, QAbstractSpinBox)
    return [
        f"{type(one).__name__} {one.objectName()!r} {one.geometry().getRect()}"
        for one in shown
        if isinstance(one, kinds)
        and not isinstance(one.parentWidget(), fields)  # these fit their parts in by themselves
        and (is_squeezed(one) or is_cut(one))
    ]


async def whole(desk: Desk) -> None:
    """Wait until the layout has settled with nothing cut off."""
    try:
        await desk.until(lambda: clipped(desk.page) == [], patience_s=5)
    except AssertionError:
        assert clipped(desk.page) == []


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
@pytest.mark.parametrize(
    ("command", "go_wrong"),
    [pytest.param(kind.command, TROUBLES[kind.module], id=kind.module) for kind in KINDS],
)
def test_nothing_is_cut_off(
    tell: Tell, home: Path, language: str, command: str, go_wrong: Callable[[Desk], None]
) -> None:
    async def story(desk: Desk) -> None:
        desk.do(command)
        await whole(desk)

        go_wrong(desk)
        await desk.until(lambda: bool(desk.notice()) or command == "newLegacy")
        await whole(desk)

        if desk.page.findChild(QAbstractButton, "optionsButton") is not None:
            desk.click("optionsButton")
            await whole(desk)

    choose_language(home, language)
    tell(story, width=1024, height=640)


@pytest.mark.parametrize(
    ("command", "field", "button"),
    [
        pytest.param("newTcpClient", "hostEdit", "connectButton", id="host"),
        pytest.param("newTcpServer", "addressEdit", "listenButton", id="listen"),
        pytest.param("newUdp", "addressEdit", "bindButton", id="bind"),
        pytest.param("newMulticast", "groupEdit", "joinButton", id="group"),
    ],
)
def test_long_host_does_not_widen_the_panel(
    tell: Tell, command: str, field: str, button: str
) -> None:
    async def story(desk: Desk) -> None:
        desk.do(command)
        await whole(desk)
        width = desk.page.width()
        desk.type(field, "x" * 300)
        desk.type("portSpin", "7")
        desk.click(button)

        await desk.until(lambda: bool(desk.notice()))
        await whole(desk)

        assert "x" * 300 in desk.notice()
        assert desk.page.width() == width

    tell(story, width=1024, height=640)
