"""The worked examples: a practice server starts, a panel opens on it."""

import asyncio

from socket_workbench.panels.examples import EXAMPLES, ExamplesController
from socket_workbench.session.tcp_entries import TcpClientEntry
from socket_workbench.tasks import TaskScope
from support.logs import fail_test

ECHO = EXAMPLES[0]


class RecordingView:
    """Remembers which panels were to be opened."""

    def __init__(self) -> None:
        self.entries: list[TcpClientEntry] = []
        self.opened = asyncio.Event()

    def open_example(self, entry: TcpClientEntry) -> None:
        self.entries.append(entry)
        self.opened.set()

    def show_example_failure(self, detail: str) -> None:
        raise AssertionError(detail)


async def echoed(entry: TcpClientEntry) -> bytes:
    reader, writer = await asyncio.open_connection(entry.host, entry.port)
    writer.write(b"hello")
    answer = await reader.readexactly(5)
    writer.close()
    await writer.wait_closed()
    return answer


async def test_example_opens_a_panel_on_a_server_that_answers() -> None:
    view = RecordingView()
    async with TaskScope(on_error=fail_test) as scope:
        ExamplesController(view, scope).example_wanted(ECHO)
        await view.opened.wait()

        assert await echoed(view.entries[0]) == b"hello"


async def test_second_click_uses_the_server_that_runs() -> None:
    view = RecordingView()
    async with TaskScope(on_error=fail_test) as scope:
        controller = ExamplesController(view, scope)
        controller.example_wanted(ECHO)
        await view.opened.wait()

        controller.example_wanted(ECHO)

    assert view.entries[0] == view.entries[1]


async def test_stream_comes_at_a_pace_that_one_can_watch() -> None:
    view, chargen = RecordingView(), EXAMPLES[2]
    async with TaskScope(on_error=fail_test) as scope:
        ExamplesController(view, scope).example_wanted(chargen)
        await view.opened.wait()
        reader, writer = await asyncio.open_connection(view.entries[0].host, view.entries[0].port)

        first = await reader.read(100_000)

        assert first.count(b"\n") == 1
        writer.close()
        await writer.wait_closed()
