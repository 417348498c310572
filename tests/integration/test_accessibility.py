"""Every control says what it is, and Tab leads through all of them and out again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QScrollBar, QTabBar, QWidget

from socket_workbench_ui.panel_kinds import KINDS
from support.desk import Desk
from support.stories import Tell

COMMANDS = [kind.command for kind in KINDS]
MOST_TABS = 200
PLUMBING = (QScrollBar, QTabBar)
"""Speak for themselves, or for what they belong to."""


def takes_tab(widget: QWidget) -> bool:
    is_there = widget.isVisible() and widget.isEnabled()
    return is_there and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def controls(top: QWidget) -> list[QWidget]:
    """What the user can bring the focus to."""
    found = [widget for widget in top.findChildren(QWidget) if takes_tab(widget)]
    return [one for one in found if not isinstance(one, PLUMBING) and one.focusProxy() is None]


def said_name(widget: QWidget) -> str:
    """What a screen reader calls it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return "" if interface is None else interface.text(QAccessible.Text.Name)


def place(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()!r}"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_control_of_a_panel_has_a_name(tell: Tell, command: str) -> None:
    async def story(desk: Desk) -> None:
        desk.do(command)
        nameless = [place(one) for one in controls(desk.page) if not said_name(one)]
        assert nameless == []

    tell(story, width=1440, height=900)


def test_every_control_of_the_window_has_a_name(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        nameless = [place(one) for one in controls(desk.window) if not said_name(one)]
        assert nameless == []

    tell(story, width=1440, height=900)


@pytest.mark.parametrize("command", COMMANDS)
def test_tab_comes_round_to_where_it_began(tell: Tell, command: str) -> None:
    async def story(desk: Desk) -> None:
        desk.do(command)
        first = controls(desk.page)[0]
        first.setFocus()
        seen: list[QWidget] = []
        for _ in range(MOST_TABS):
            focus = QApplication.focusWidget()
            assert focus is not None
            if focus in seen:
                break
            seen.append(focus)
            if types_tab(focus):
                leave(focus)
            else:
                QTest.keyClick(focus, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is first, place(seen[-1])

    tell(story, width=1440, height=900)


def in_tab_order(top: QWidget) -> list[QWidget]:
    wanted, order = controls(top), []
    widget = top.nextInFocusChain()
    while widget is not None and widget is not top:
        if widget in wanted:
            order.append(widget)
        widget = widget.nextInFocusChain()
    return order


def leave(editor: QWidget) -> None:
    """Go on to the next control, as if Tab were not typed here."""
    following = editor.nextInFocusChain()
    while following is not None and not takes_tab(following):
        following = following.nextInFocusChain()
    assert following is not None
    following.setFocus()


def types_tab(widget: QWidget) -> bool:
    return isinstance(widget, QPlainTextEdit) and not widget.tabChangesFocus()


@pytest.mark.parametrize("command", COMMANDS)
def test_where_tab_is_typed_another_key_leads_out(tell: Tell, command: str) -> None:
    async def story(desk: Desk) -> None:
        desk.do(command)
        for editor in filter(types_tab, controls(desk.page)):
            editor.setFocus()
            desk.press("F6")
            assert QApplication.focusWidget() is not editor

    tell(story, width=1440, height=900)


@pytest.mark.parametrize("command", COMMANDS)
def test_tab_follows_reading_order_in_a_panel(tell: Tell, command: str) -> None:
    async def story(desk: Desk) -> None:
        desk.do(command)
        page = desk.page
        order = in_tab_order(page)
        rows = [one.mapTo(page, one.rect().center()) for one in order]
        for before, after, here, there in zip(order, order[1:], rows, rows[1:], strict=False):
            is_further = there.y() > here.y() - after.height() or there.x() > here.x()
            assert is_further, f"{place(before)} before {place(after)}"

    tell(story, width=1440, height=900)
