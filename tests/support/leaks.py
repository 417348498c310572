"""What a test may not leave behind: threads, descriptors, tasks."""

import asyncio
import functools
import gc
import os
import sys
import threading
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

SETTLE_S = 1.0
"""How long something that is ending may take; it is waited on, so a clean test loses nothing."""

SYSTEM_PLACES = ("/usr/", "/etc/", "/dev/", "/proc/", "/sys/", "/var/cache/", "/memfd:")
"""Files that libraries open once and keep: fonts, locales, devices."""

DESCRIPTOR_FOLDERS = (Path("/proc/self/fd"), Path("/dev/fd"))


@dataclass(frozen=True, slots=True)
class Holdings:
    """Threads and descriptors of this process at one moment."""

    threads: frozenset[threading.Thread]
    descriptors: Counter[str]

    @classmethod
    def now(cls) -> "Holdings":
        return cls(frozenset(threading.enumerate()), open_descriptors())

    def leaked_since(self) -> list[str]:
        """Name what is here now and was not then, after giving it the time to go."""
        return leaked_threads(self.threads) + leaked_descriptors(self.descriptors)


def leaked_threads(before: frozenset[threading.Thread]) -> list[str]:
    leaked: list[str] = []
    for thread in threading.enumerate():
        # A dummy stands for a thread that Python did not start and cannot end.
        if thread in before or isinstance(thread, threading._DummyThread):
            continue
        thread.join(SETTLE_S)
        if thread.is_alive():
            leaked.append(f"thread {thread.name}")
    return leaked


def leaked_descriptors(before: Counter[str]) -> list[str]:
    new = open_descriptors() - before
    if new:
        # Collecting is slow, so only what looks like a leak pays for it.
        delete_posted_qt_objects()
        gc.collect()
        new = open_descriptors() - before
    return [f"descriptor {target}" for target in new.elements()]


def open_descriptors() -> Counter[str]:
    """Count open sockets, pipes and files; empty where the system does not tell."""
    for folder in DESCRIPTOR_FOLDERS:
        if folder.is_dir():
            targets = (describe(folder, name) for name in os.listdir(folder))  # noqa: PTH208 - names
            return Counter(target for target in targets if target is not None)
    return Counter()


def describe(folder: Path, name: str) -> str | None:
    try:
        target = os.readlink(f"{folder}/{name}")  # noqa: PTH115 - a third of the time, twice a test
    except FileNotFoundError:
        return None  # the descriptor that listed the folder
    except OSError:
        facts = os.fstat(int(name))  # macOS: the entries are no links
        target = f"{facts.st_mode:o}:[{facts.st_ino}]"
    # An eventfd wakes a thread of Qt or GLib up; they keep theirs for the life of the process.
    is_kept = target.startswith(SYSTEM_PLACES) or target == "anon_inode:[eventfd]"
    return None if is_kept else target


def delete_posted_qt_objects() -> None:
    """Carry out `deleteLater` if Qt is in use."""
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def without_leaked_tasks(test: Callable[..., Awaitable[None]]) -> Callable[..., Awaitable[None]]:
    """Make a coroutine test fail if tasks that it started still run when it returns."""

    @functools.wraps(test)
    async def checked(*args: object, **kwargs: object) -> None:
        before = asyncio.all_tasks()
        await test(*args, **kwargs)
        await expect_no_tasks_but(before)

    return checked


async def expect_no_tasks_but(known: set[asyncio.Task[object]]) -> None:
    """Wait for the other tasks.

    Raises:
        AssertionError: Some are still running after `SETTLE_S`.
    """
    left = asyncio.all_tasks() - known - {asyncio.current_task()}
    if left:
        _, left = await asyncio.wait(left, timeout=SETTLE_S)
    names = sorted(task.get_name() for task in left)
    assert not names, f"tasks left behind: {', '.join(names)}"
