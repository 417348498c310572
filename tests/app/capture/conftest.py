"""What the tests of the capture share."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from socket_workbench.capture.store import Capture


@pytest.fixture
async def capture(tmp_path: Path) -> AsyncIterator[Capture]:
    """A running capture in a file of its own."""
    capture = await Capture.create(tmp_path / "run.swcap")
    yield capture
    await capture.aclose()
