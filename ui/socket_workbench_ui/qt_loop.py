"""The one import of qasync, which ships no types."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication
from typing_extensions import override

if TYPE_CHECKING:

    class QEventLoop(asyncio.AbstractEventLoop):
        """What is used of qasync's loop."""

        def __init__(self, app: QApplication) -> None: ...
        def _add_reader(
            self, fd: int, callback: Callable[..., object], *args: object
        ) -> asyncio.Handle | None: ...
        def _add_writer(
            self, fd: int, callback: Callable[..., object], *args: object
        ) -> asyncio.Handle | None: ...
        def _remove_reader(self, fd: int) -> bool | None: ...
        def _remove_writer(self, fd: int) -> bool | None: ...
else:
    from qasync import QEventLoop


class QtLoop(QEventLoop):
    """An asyncio loop that runs Qt's events.

    WORKAROUND: qasync 0.28 gives no handle for a watched descriptor, so asyncio cannot tell whether
    a `sock_recv` that was cancelled still owns the watch: a turn later it takes away the watch of
    the next socket that got the same descriptor. Remove when `_add_reader` returns a handle.
    """

    def __init__(self, app: QApplication) -> None:
        self._watches: dict[tuple[str, int], asyncio.Handle] = {}
        super().__init__(app)

    @override
    def _add_reader(
        self, fd: int, callback: Callable[..., object], *args: object
    ) -> asyncio.Handle:
        super()._add_reader(fd, callback, *args)
        return self._watch("read", fd)

    @override
    def _add_writer(
        self, fd: int, callback: Callable[..., object], *args: object
    ) -> asyncio.Handle:
        super()._add_writer(fd, callback, *args)
        return self._watch("write", fd)

    @override
    def _remove_reader(self, fd: int) -> bool | None:
        self._unwatch("read", fd)
        return super()._remove_reader(fd)

    @override
    def _remove_writer(self, fd: int) -> bool | None:
        self._unwatch("write", fd)
        return super()._remove_writer(fd)

    def _watch(self, way: str, fd: int) -> asyncio.Handle:
        self._unwatch(way, fd)
        handle = self._watches[way, fd] = asyncio.Handle(_never_called, (), self)
        return handle

    def _unwatch(self, way: str, fd: int) -> None:
        if (handle := self._watches.pop((way, fd), None)) is not None:
            handle.cancel()


def _never_called() -> None:
    """Stand in the handles; qasync calls the callback itself."""


def new_event_loop(app: QApplication) -> asyncio.AbstractEventLoop:
    """Make the window's loop; for `asyncio.Runner(loop_factory=...)`."""
    return QtLoop(app)
