"""What the tests of the whole window share."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from support.desk import open_desk
from support.qt_run import RunOnQt
from support.stories import Story, Tell


@pytest.fixture
def tell(run_on_qt: RunOnQt, qapp: QApplication, home: Path) -> Tell:
    """Give `tell(*stories)`, which runs each with a window of its own in the same home."""

    def tell_stories(*stories: Story, width: int = 0, height: int = 0) -> None:
        async def run() -> None:
            for story in stories:
                async with open_desk(qapp, home) as desk:
                    if width and height:
                        desk.window.resize(width, height)
                    await story(desk)

        font = qapp.font()
        try:
            run_on_qt(run())
        finally:
            # The application outlives its windows, and with it a font that a story chose.
            qapp.setFont(font)

    return tell_stories
