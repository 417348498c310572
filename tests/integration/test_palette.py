"""The palette finds and gives every command of the window."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QTreeWidget, QWidget

from socket_workbench_ui.actions import all_commands
from support.desk import Desk
from support.stories import Tell


def listed(desk: Desk) -> list[str]:
    entries = desk.find(QTreeWidget, "paletteList", desk.window)
    items = [entries.topLevelItem(row) for row in range(entries.topLevelItemCount())]
    return [item.text(0) for item in items if item is not None]


def is_open(desk: Desk) -> bool:
    return any(dialog.isVisible() for dialog in desk.window.findChildren(QDialog, "palette"))


async def open_palette(desk: Desk) -> None:
    desk.do("palette")
    await desk.until(lambda: is_open(desk) and is_focused("paletteEdit"))


def is_focused(name: str) -> bool:
    widget = QApplication.focusWidget()
    return widget is not None and widget.objectName() == name


def test_few_letters_and_enter_give_a_command(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        await open_palette(desk)
        desk.type("paletteEdit", "new tcp cl")
        desk.press("Return")

        await desk.until(lambda: desk.page is not None)
        assert desk.page.objectName() == "tcpClientPanel"
        await desk.until(lambda: not is_open(desk))

    tell(story)


def test_it_goes_to_an_open_panel(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newTcpClient")
        first = desk.page
        desk.do("newTcpClient")
        await open_palette(desk)
        desk.type("paletteEdit", f"go to {first.property('panelName')}")
        desk.press("Return")

        await desk.until(lambda: desk.page is first)

    tell(story)


def test_arrow_keys_choose_and_nothing_found_is_said(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        await open_palette(desk)
        desk.type("paletteEdit", "theme")
        entries = desk.find(QTreeWidget, "paletteList", desk.window)
        first = entries.currentItem()
        desk.press("Down")
        assert entries.currentItem() is not first
        desk.press("Up")
        assert entries.currentItem() is first

        desk.type("paletteEdit", "qqqq")
        assert not listed(desk)
        desk.press("Return")
        assert is_open(desk)
        desk.press("Escape")
        await desk.until(lambda: not is_open(desk))

    tell(story)


def test_every_command_has_a_key_or_stands_in_the_palette(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newTcpClient")
        await open_palette(desk)
        shown = listed(desk)
        for command in all_commands():
            action = desk.window.commands[command.id]
            name = action.text().replace("&", "")
            assert action.shortcut().toString() or any(name in text for text in shown), command.id

    tell(story)


def test_no_key_is_given_twice(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        keys = [
            action.shortcut().toString()
            for action in desk.window.findChildren(QAction)
            if not action.shortcut().isEmpty()
        ]
        assert len(keys) == len(set(keys))

    tell(story)


def test_palette_fits_a_small_window(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.window.resize(640, 480)
        await open_palette(desk)
        palette = desk.find(QWidget, "palette", desk.window)
        assert palette.width() <= desk.window.width()
        assert palette.height() <= desk.window.height()

    tell(story)


def test_it_selects_a_socket(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newTcpClient")
        desk.do("newTcpClient")
        await desk.until(lambda: len(desk.workbench.app.live()) == 2)
        await open_palette(desk)
        desk.type("paletteEdit", "select socket tcp 1")
        desk.press("Return")

        await desk.until(lambda: desk.text("socketIdValue") == "1")

    tell(story)
