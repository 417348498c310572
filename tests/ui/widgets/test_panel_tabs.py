"""The panel tabs: closing asks, renaming edits in place."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.panel_tabs import PanelTabs
from support.parts import part


def tabs_with(qtbot: QtBot, *titles: str) -> PanelTabs:
    tabs = PanelTabs(Looks(cast("QApplication", QApplication.instance()), "light"))
    qtbot.addWidget(tabs)
    for title in titles:
        tabs.addTab(QWidget(), title)
    tabs.show()
    return tabs


def editor_of(tabs: PanelTabs) -> QLineEdit:
    return part(tabs, QLineEdit, "tabTitleEdit")


def test_close_button_asks_and_closes_nothing_itself(qtbot: QtBot) -> None:
    tabs = tabs_with(qtbot, "one", "two")
    page = tabs.widget(1)
    button = tabs.tabBar().tabButton(1, QTabBar.ButtonPosition.RightSide)

    with qtbot.waitSignal(tabs.close_requested) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert asked.args == [page]
    assert tabs.count() == 2


def test_title_typed_and_entered_renames_the_tab(qtbot: QtBot) -> None:
    tabs = tabs_with(qtbot, "one")
    tabs.rename_current()
    editor = editor_of(tabs)

    with qtbot.waitSignal(tabs.renamed) as renamed:
        qtbot.keyClicks(editor, "probe")
        qtbot.keyClick(editor, Qt.Key.Key_Return)

    assert renamed.args == [tabs.widget(0), "probe"]
    assert tabs.tabText(0) == "probe"


def test_escape_leaves_the_title_as_it_was(qtbot: QtBot) -> None:
    tabs = tabs_with(qtbot, "one")
    tabs.rename_current()
    editor = editor_of(tabs)

    with qtbot.assertNotEmitted(tabs.renamed):
        qtbot.keyClicks(editor, "other")
        qtbot.keyClick(editor, Qt.Key.Key_Escape)

    assert tabs.tabText(0) == "one"


def test_blank_title_is_not_taken(qtbot: QtBot) -> None:
    tabs = tabs_with(qtbot, "one")
    tabs.rename_current()
    editor = editor_of(tabs)

    qtbot.keyClicks(editor, "   ")
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    assert tabs.tabText(0) == "one"


def test_stepping_past_the_last_tab_comes_to_the_first(qtbot: QtBot) -> None:
    tabs = tabs_with(qtbot, "one", "two")
    tabs.setCurrentIndex(1)

    tabs.step(1)

    assert tabs.currentIndex() == 0
