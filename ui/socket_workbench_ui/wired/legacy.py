"""One legacy panel: forms, controller and conversation, put together and kept."""

from typing_extensions import override

from socket_workbench.panels.legacy import LegacyController
from socket_workbench.panels.legacy_state import LegacyState
from socket_workbench.session.script_entries import LegacyEntry
from socket_workbench_ui.models.conversation import DataForm
from socket_workbench_ui.panels.legacy import LegacyPanel
from socket_workbench_ui.wired.conversation_panel import ConversationPanel
from socket_workbench_ui.wired.panel import PanelKit


class Legacy(ConversationPanel[LegacyController]):
    """A legacy panel that works; implements the controller's view."""

    commands = frozenset(("focusAddress", "connect", "disconnect", "find"))

    def __init__(self, kit: PanelKit, entry: LegacyEntry) -> None:
        super().__init__(kit, entry)
        self._state = LegacyState()
        self._page = LegacyPanel(kit.looks, self.conversation)
        self._page.setProperty("panelName", entry.title)
        self.controller = LegacyController(kit.app, self, title=entry.title)
        self._connect()
        self.conversation.show_form(DataForm(entry.view))
        self._page.show_call(entry.call)
        self.controller.start(self._page.call_entry(), entry.history)

    @property
    @override
    def page(self) -> LegacyPanel:
        return self._page

    @property
    @override
    def socket(self) -> int | None:
        return self._state.selected

    @property
    @override
    def is_open(self) -> bool:
        own = (socket for socket in self._state.sockets if socket.is_own)
        return any(one.is_listening or bool(one.info.get("connected")) for one in own)

    @override
    def owns(self, socket: int) -> bool:
        return self.controller.owns(socket)

    def show_state(self, state: LegacyState) -> None:
        """Draw the controller's state."""
        before, self._state = self._state, state
        self._page.show_state(state)
        self.alert(state.notice, before.notice)
        if state.selected != before.selected:
            self.conversation.show_sockets(() if state.selected is None else (state.selected,))
            self.socket_changed.emit()

    def offer_socket(self, socket_id: int) -> None:
        """Put the id of a socket that was just made into the form."""
        self._page.offer_socket(socket_id)

    @override
    def entry(self) -> LegacyEntry:
        return LegacyEntry(
            title=self.title,
            call=self._page.call_entry(),
            history=self.controller.history(),
            view=self._rows.form.value,
        )

    @override
    def focus_address(self) -> None:
        self._page.focus_form()

    @override
    def begin(self) -> None:
        self._page.request_call()

    @override
    def end(self) -> None:
        self.controller.disconnect_requested()

    @override
    def open_find(self) -> None:
        self._page.show_conversation()
        super().open_find()

    def _connect(self) -> None:
        page, controller = self._page, self.controller
        page.edited.connect(controller.form_changed)
        page.call_requested.connect(controller.call_requested)
        page.notice_dismissed.connect(controller.notice_dismissed)
