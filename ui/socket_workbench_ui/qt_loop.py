"""The one import of qasync, which ships no types."""

import asyncio
import logging
from collections.abc import Callable
from contextvars import Context
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeVarTuple

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from socket_workbench_ui.qt_turns import DescriptorWatch, Turns

if TYPE_CHECKING:

    class QEventLoop(asyncio.AbstractEventLoop):
        """What is used of qasync's loop."""

        slow_callback_duration: float

        def __init__(self, app: QApplication) -> None: ...
        def _check_closed(self) -> None: ...
        @override
        def set_debug(self, enabled: bool) -> None: ...
        @override
        def close(self) -> None: ...
else:
    from qasync import QEventLoop


class HasFileno(Protocol):
    """What has a descriptor: sockets, pipes."""

    def fileno(self) -> int: ...


Ts = TypeVarTuple("Ts")
_READ, _WRITE = QSocketNotifier.Type.Read, QSocketNotifier.Type.Write
Descriptor: TypeAlias = int | HasFileno
_log = logging.getLogger(__name__)


class QtLoop(QEventLoop):
    """An asyncio loop that runs Qt's events.

    Of qasync it takes how Qt's loop is run and ended, and Windows' proactor. What is called for
    every message it does itself, in fewer steps. That also mends what qasync 0.28 has wrong: its
    `_add_reader` gives no handle, so that asyncio cannot tell whether a `sock_recv` that was
    cancelled still owns the watch, and timers that were cancelled stay until they are due.
    """

    def __init__(self, app: QApplication) -> None:
        self._turns = Turns(_run)
        self._watches: dict[tuple[QSocketNotifier.Type, int], DescriptorWatch] = {}
        super().__init__(app)

    @override
    def call_soon(
        self,
        callback: Callable[[*Ts], object],
        *args: *Ts,
        context: Context | None = None,
    ) -> asyncio.Handle:
        self._check_closed()
        handle = asyncio.Handle(callback, args, self, context)
        self._turns.add(handle)
        return handle

    @override
    def call_soon_threadsafe(
        self,
        callback: Callable[[*Ts], object],
        *args: *Ts,
        context: Context | None = None,
    ) -> asyncio.Handle:
        self._check_closed()
        handle = asyncio.Handle(callback, args, self, context)
        self._turns.add_from_thread(handle)
        return handle

    @override
    def call_later(
        self,
        delay: float,
        callback: Callable[[*Ts], object],
        *args: *Ts,
        context: Context | None = None,
    ) -> asyncio.TimerHandle:
        return self.call_at(self.time() + delay, callback, *args, context=context)

    @override
    def call_at(
        self,
        when: float,
        callback: Callable[[*Ts], object],
        *args: *Ts,
        context: Context | None = None,
    ) -> asyncio.TimerHandle:
        self._check_closed()
        handle = asyncio.TimerHandle(when, callback, args, self, context)
        self._turns.add_later(handle)
        return handle

    @override
    def set_debug(self, enabled: bool) -> None:
        super().set_debug(enabled)
        self._turns.run = self._run_watched if enabled else _run

    @override
    def close(self) -> None:
        super().close()
        self._turns.stop()
        self._watches.clear()

    def _add_reader(
        self, fd: Descriptor, callback: Callable[..., object], *args: object
    ) -> asyncio.Handle:
        return self._watch(_READ, fd, asyncio.Handle(callback, args, self))

    def _add_writer(
        self, fd: Descriptor, callback: Callable[..., object], *args: object
    ) -> asyncio.Handle:
        return self._watch(_WRITE, fd, asyncio.Handle(callback, args, self))

    def _remove_reader(self, fd: Descriptor) -> bool:
        return self._unwatch(_READ, fd)

    def _remove_writer(self, fd: Descriptor) -> bool:
        return self._unwatch(_WRITE, fd)

    def _watch(
        self, way: QSocketNotifier.Type, descriptor: Descriptor, handle: asyncio.Handle
    ) -> asyncio.Handle:
        self._check_closed()
        fd = _number(descriptor)
        watch = self._watches.get((way, fd))
        if watch is None:
            watch = self._watches[way, fd] = DescriptorWatch(fd, way, self._turns, self)
        watch.begin(handle)
        return handle

    def _unwatch(self, way: QSocketNotifier.Type, descriptor: Descriptor) -> bool:
        watch = self._watches.get((way, _number(descriptor)))
        return watch is not None and watch.end()

    def _run_watched(self, handle: asyncio.Handle) -> None:
        began_s = self.time()
        _run(handle)
        took_s = self.time() - began_s
        if took_s >= self.slow_callback_duration:
            _log.warning("Executing %r took %.3f seconds", handle, took_s)


def _number(descriptor: Descriptor) -> int:
    return descriptor if isinstance(descriptor, int) else descriptor.fileno()


_run = asyncio.Handle._run


def new_event_loop(app: QApplication) -> asyncio.AbstractEventLoop:
    """Make the window's loop; for `asyncio.Runner(loop_factory=...)`."""
    return QtLoop(app)
