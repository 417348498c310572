"""The toolbar is whole at every width."""

import pytest
from PySide6.QtWidgets import QToolButton, QWidget

from socket_workbench_ui.panel_kinds import KINDS
from support.desk import Desk
from support.stories import Tell


def parts(desk: Desk) -> list[QWidget]:
    bar = desk.window.tool_bar
    actions = [desk.window.commands[kind.command] for kind in KINDS]
    actions += [desk.window.commands[name] for name in ("openFile", "saveSession")]
    buttons = [bar.widgetForAction(action) for action in actions]
    return [*buttons, bar.palette_field, bar.recording]


@pytest.mark.parametrize("width", [700, 1024, 1280, 1440, 2560])
def test_nothing_is_cut_off(tell: Tell, width: int) -> None:
    async def story(desk: Desk) -> None:
        desk.window.resize(width, 640)
        desk.do("newTcpClient")
        await desk.until(lambda: "Recording" in desk.window.tool_bar.recording.text())
        await desk.until(lambda: all(is_whole(part) for part in parts(desk)))

    def is_whole(part: QWidget) -> bool:
        bar = part.parentWidget()
        assert bar is not None
        return part.isVisible() and bar.rect().contains(part.geometry())

    tell(story)


def test_words_come_back_when_there_is_room(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        button = desk.window.tool_bar.widgetForAction(desk.window.commands["openFile"])
        assert isinstance(button, QToolButton)
        desk.window.resize(1900, 640)
        await desk.until(lambda: button.width() > 60)
        desk.window.resize(800, 640)
        await desk.until(lambda: button.width() < 60)
        desk.window.resize(1900, 640)
        await desk.until(lambda: button.width() > 60)

    tell(story)
