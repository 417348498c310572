"""What all panels share in which one sees what was sent and received."""

from typing import Generic, Protocol, TypeVar

from typing_extensions import override

from socket_workbench.capture.window import RowWindow
from socket_workbench.session.schema import PanelEntry
from socket_workbench_ui.models.conversation import ConversationModel
from socket_workbench_ui.widgets.conversation_view import ConversationView
from socket_workbench_ui.wired.panel import Panel, PanelKit


class Controller(Protocol):
    """The part of a panel's controller that does not depend on the kind."""

    def rename(self, title: str) -> None: ...

    def tick(self) -> None: ...

    async def aclose(self) -> None: ...


C = TypeVar("C", bound=Controller)


class ConversationPanel(Panel, Generic[C]):
    """A panel with a conversation; its controller lives as long as it does."""

    controller: C

    def __init__(self, kit: PanelKit, entry: PanelEntry) -> None:
        super().__init__(kit, entry)
        self._rows = ConversationModel(RowWindow(kit.capture.path, kit.capture), kit.looks)
        self.conversation = ConversationView(self._rows, kit.looks)
        self.conversation.event_selected.connect(self.event_selected)

    def tick_page(self) -> None:
        """Draw what is new; called once per frame while the conversation can be seen."""
        self.conversation.tick()

    @override
    def rename(self, title: str) -> None:
        super().rename(title)
        self.controller.rename(title)

    @override
    def tick(self) -> None:
        self.controller.tick()
        if self.conversation.isVisible():
            self.tick_page()

    @override
    def open_find(self) -> None:
        self.conversation.open_find()

    @override
    async def aclose(self) -> None:
        await self.controller.aclose()
        self.conversation.close_files()
        await super().aclose()
