"""Garbage with Qt objects in it is destroyed in the GUI's thread."""

import gc
import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from socket_workbench_ui.gui_collector import GuiCollector


class Cycle:
    """Garbage that only the collector finds; tells who collected it."""

    def __init__(self, seen: list[threading.Thread]) -> None:
        self.own, self.qt, self._seen = self, QObject(), seen

    def __del__(self) -> None:
        self._seen.append(threading.current_thread())


def allocate() -> None:
    """Enough containers to make Python collect in this thread, were it let."""
    for _ in range(3):
        _ = [[] for _ in range(5000)]


def test_busy_thread_leaves_the_garbage_to_the_gui(qtbot: QtBot) -> None:
    seen: list[threading.Thread] = []
    kept: list[object] = []

    def is_seen() -> bool:
        # Again and again: what other tests leave behind is freed meanwhile, and counts backwards.
        kept.extend([] for _ in range(10 * gc.get_threshold()[0]))
        return bool(seen)

    with GuiCollector():
        Cycle(seen)
        worker = threading.Thread(target=allocate)
        worker.start()
        worker.join()
        qtbot.waitUntil(is_seen)

    assert seen == [threading.main_thread()]


def test_python_collects_by_itself_again_afterwards(qtbot: QtBot) -> None:
    with GuiCollector():
        assert not gc.isenabled()

    assert gc.isenabled()


def test_what_was_there_before_is_not_looked_through(qtbot: QtBot) -> None:
    with GuiCollector():
        assert gc.get_freeze_count() > 10_000

    assert not gc.get_freeze_count()
