"""The worked examples of the start page: a practice server and a panel that talks to it."""

import asyncio
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from socket_workbench.practice.server import PracticeKind, PracticeServer
from socket_workbench.session.fields import ComposerEntry
from socket_workbench.session.tcp_entries import TcpClientEntry
from socket_workbench.tasks import TaskScope

LINE_PAUSE_S = 0.1
"""Between lines of the stream: at full speed it would record gigabytes in the first minute."""


class ExampleId(StrEnum):
    """Names the examples in object names and texts."""

    ECHO = "echo"
    HTTP = "http"
    CHARGEN = "chargen"


@dataclass(frozen=True, slots=True)
class Example:
    """What to start, and what stands in the new panel's composer."""

    id: ExampleId
    server: PracticeKind
    composer: ComposerEntry


EXAMPLES = (
    Example(
        ExampleId.ECHO,
        PracticeKind.ECHO,
        ComposerEntry(text="Hello, socket!", line_ending="lf"),
    ),
    Example(
        ExampleId.HTTP,
        PracticeKind.HTTP,
        ComposerEntry(text=r"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"),
    ),
    Example(ExampleId.CHARGEN, PracticeKind.CHARGEN, ComposerEntry()),
)


class ExamplesView(Protocol):
    """Opens the panel of an example."""

    def open_example(self, entry: TcpClientEntry) -> None:
        """Open a panel with these fields and connect it."""
        ...

    def show_example_failure(self, detail: str) -> None:
        """Say that no practice server could be started, in the system's words."""
        ...


class ExamplesController:
    """Starts practice servers on loopback; they stop with the scope."""

    def __init__(self, view: ExamplesView, scope: TaskScope) -> None:
        self._view, self._scope = view, scope
        self._running: dict[PracticeKind, PracticeServer] = {}

    def example_wanted(self, example: Example) -> None:
        """Start the example's server unless it runs, then open its panel."""
        if (server := self._running.get(example.server)) is not None:
            self._open(example, server)
        else:
            self._scope.spawn(self._serve(example), name=f"practice {example.server}")

    async def _serve(self, example: Example) -> None:
        server = PracticeServer(example.server)
        server.pause_s = LINE_PAUSE_S
        try:
            async with server:
                self._running[example.server] = server
                self._open(example, server)
                await asyncio.Event().wait()  # until the scope ends
        except OSError as error:
            self._view.show_example_failure(str(error))

    def _open(self, example: Example, server: PracticeServer) -> None:
        self._view.open_example(
            TcpClientEntry(
                title=f"{example.id} example",
                host=server.endpoint.host,
                port=server.endpoint.port,
                composer=example.composer,
            )
        )
