"""The worked examples of the start page: a practice server and a panel that talks to it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from socket_workbench.net.events import Endpoint
from socket_workbench.practice.server import PracticeKind, PracticeServer
from socket_workbench.session.schema import ComposerEntry, TcpClientEntry
from socket_workbench.tasks import TaskScope


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


class ExamplesController:
    """Starts practice servers on loopback; they stop with the scope."""

    def __init__(self, view: ExamplesView, scope: TaskScope) -> None:
        self._view, self._scope = view, scope
        self._running: dict[PracticeKind, Endpoint] = {}

    def example_wanted(self, example: Example) -> None:
        """Start the example's server unless it runs, then open its panel."""
        self._scope.spawn(self._show(example), name=f"example {example.id}")

    async def _show(self, example: Example) -> None:
        if example.server not in self._running:
            server = PracticeServer(example.server)
            await server.start()
            self._scope.spawn(self._keep(server), name=f"practice {example.server}")
            self._running[example.server] = server.endpoint
        endpoint = self._running[example.server]
        self._view.open_example(
            TcpClientEntry(
                title=f"{example.id} example",
                host=endpoint.host,
                port=endpoint.port,
                composer=example.composer,
            )
        )

    @staticmethod
    async def _keep(server: PracticeServer) -> None:
        async with server:
            await server.ended()
