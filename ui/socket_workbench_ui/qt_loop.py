"""The one import of qasync, which ships no types."""

import asyncio
from typing import cast

from PySide6.QtWidgets import QApplication
from qasync import QEventLoop  # pyright: ignore[reportMissingTypeStubs] - ships no types


def new_event_loop(app: QApplication) -> asyncio.AbstractEventLoop:
    """Make an asyncio loop that runs Qt's events; for `asyncio.Runner(loop_factory=...)`."""
    return cast("asyncio.AbstractEventLoop", QEventLoop(app))
