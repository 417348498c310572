"""Joins a find bar to a hex view: searches chunk by chunk, one search at a time."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from socket_workbench.bytesview.parsing import ParseError
from socket_workbench.bytesview.search import (
    LONGEST_MATCH_BYTES,
    Chunk,
    Hit,
    Pattern,
    PatternError,
    SearchTimeoutError,
    Span,
    compile_pattern,
    load,
    spans_after,
    spans_before,
    spans_of_all,
)
from socket_workbench.tasks import TaskScope
from socket_workbench_ui.parse_texts import parse_error_text
from socket_workbench_ui.widgets.byte_find_bar import ByteFindBar
from socket_workbench_ui.widgets.hex_painter import Stretch
from socket_workbench_ui.widgets.hex_view import HexView

TYPING_MS = 200


class ByteSearch(QObject):
    """Finds what the bar asks for in the source that the view shows.

    Chunks are read in the loop's thread and searched in a worker thread.
    """

    def __init__(self, view: HexView, bar: ByteFindBar, scope: TaskScope) -> None:
        super().__init__(view)
        self._view, self._bar, self._scope = view, bar, scope
        self._pattern: Pattern | None = None
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._resting = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._resting.timeout.connect(self._begin_count)
        bar.changed.connect(self.restart)
        bar.next_requested.connect(self.find_next)
        bar.previous_requested.connect(self.find_previous)

    def restart(self) -> None:
        """Read the bar again; mark and count the matches."""
        self.stop()
        self._bar.show_nothing()
        self._pattern = self._compiled()
        if self._pattern is None:
            return
        # An expression may take seconds even on a screenful: its matches are shown one by one.
        is_quick = self._pattern.overlap_bytes < LONGEST_MATCH_BYTES
        self._view.set_marker(self._marks if is_quick else None)
        self._resting.start()

    def stop(self) -> None:
        """Give up what is under way, and take the marks away."""
        self._resting.stop()
        for task in self._tasks.values():
            task.cancel()
        self._tasks.clear()
        self._pattern = None
        self._view.set_marker(None)

    def find_next(self) -> None:
        """Select the first match behind the selection's beginning; after the end, from the top."""
        offset, length = self._view.selection()
        # A caret that nobody has moved yet may itself stand on the first match.
        start = offset if length == 1 and offset == 0 else offset + 1
        self._begin_find(spans_after(self._view.source().size(), start), Chunk.first)

    def find_previous(self) -> None:
        """Select the last match before the selection; before the start, from the end."""
        offset, _ = self._view.selection()
        self._begin_find(spans_before(self._view.source().size(), offset), Chunk.last)

    def _begin_find(self, spans: Iterator[Span], pick: Callable[[Chunk], Hit | None]) -> None:
        if self._pattern is None:
            self.restart()
        if self._pattern is not None:
            self._begin("find", self._find(self._pattern, spans, pick))

    def _begin_count(self) -> None:
        if self._pattern is not None:
            self._begin("count", self._count(self._pattern))

    def _begin(self, name: str, work: Coroutine[object, None, None]) -> None:
        if (task := self._tasks.pop(name, None)) is not None:
            task.cancel()
        if self._scope.is_closed:  # a timer of a window that is being closed
            work.close()
            return
        self._tasks[name] = self._scope.spawn(self._guarded(work), name=f"bytes-{name}")

    async def _guarded(self, work: Coroutine[object, None, None]) -> None:
        try:
            await work
        except SearchTimeoutError:
            self._bar.show_problem(
                QCoreApplication.translate(
                    "ByteSearch", "The expression takes too long; make it simpler."
                )
            )
        except OSError as error:
            self._bar.show_problem(str(error))

    async def _find(
        self, pattern: Pattern, spans: Iterator[Span], pick: Callable[[Chunk], Hit | None]
    ) -> None:
        source = self._view.source()
        for span in spans:
            chunk = load(source, pattern, span)
            if (hit := await asyncio.to_thread(pick, chunk)) is not None:
                self._view.select(hit.offset, hit.length)
                return
        self._bar.show_count(0, is_final=True)

    async def _count(self, pattern: Pattern) -> None:
        source = self._view.source()
        total = free_from = 0
        for span in spans_of_all(source.size()):
            chunk = load(source, pattern, span)
            found, free_from = await asyncio.to_thread(chunk.count, free_from)
            total += found
            self._bar.show_count(total, is_final=False)
        self._bar.show_count(total, is_final=True)

    def _marks(self, start: int, stop: int) -> Sequence[Stretch]:
        if self._pattern is None or start >= stop:
            return ()
        first = max(0, start - self._pattern.overlap_bytes)
        chunk = load(self._view.source(), self._pattern, Span(first, stop))
        return [(hit.offset, hit.length) for hit in chunk.hits()]

    def _compiled(self) -> Pattern | None:
        typed, kind = self._bar.typed(), self._bar.kind()
        if not typed:
            return None
        try:
            return compile_pattern(typed, kind, ignores_case=self._bar.ignores_case())
        except ParseError as error:
            self._bar.show_problem(parse_error_text(error))
        except PatternError as error:
            self._bar.show_problem(error.reason)
        except ValueError:  # only blanks where hex is wanted
            pass
        return None
