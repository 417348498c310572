"""The legacy panel: the calls of `chrome.socket`, a form for each, results and sockets."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from socket_workbench.panels.legacy_form import METHODS
from socket_workbench.panels.legacy_state import LegacyState
from socket_workbench.session.script_entries import LegacyCallEntry
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.call_form import CallForm
from socket_workbench_ui.widgets.call_list import CallList
from socket_workbench_ui.widgets.legacy_sockets import LegacySockets
from socket_workbench_ui.widgets.method_texts import help_text
from socket_workbench_ui.widgets.notice_bar import NoticeBar

WIDE_PX = 860
"""From this width on the calls stand beside conversation and sockets, not on a tab."""

LIST_FRAME_PX = 8
LEAST_CALLS_PX = 110
"""What calls, conversation and sockets shrink to before the form's fields would be cut."""


class LegacyPanel(QWidget):
    """Draws a `LegacyState`; every wish of the user leaves as a signal."""

    edited = Signal(LegacyCallEntry)
    """What stands in the form is another call."""
    call_requested = Signal(LegacyCallEntry)
    notice_dismissed = Signal()

    def __init__(self, looks: Looks, conversation: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("legacyPanel")
        self._state = LegacyState()
        self._is_wide: bool | None = None
        self._methods, self._form = QListWidget(), CallForm(looks)
        self._notice, self._calls = NoticeBar(looks), CallList(looks)
        self._sockets, self._conversation = LegacySockets(looks), conversation
        self._tabs, self._splitter = QTabWidget(), QSplitter(Qt.Orientation.Horizontal)
        self._set_up_methods()
        self._lay_out()
        self._connect()

    def show_state(self, state: LegacyState) -> None:
        """Make the widgets agree with `state`."""
        before, self._state = self._state, state
        self._form.show_draft(state.draft)
        self._notice.show_notice(state.notice)
        if state.calls != before.calls:
            self._calls.show_calls(state.calls)
            self._name_tabs()
        if (state.sockets, state.selected) != (before.sockets, before.selected):
            self._sockets.show_sockets(state.sockets, state.selected)
        if state.sockets != before.sockets:
            words = [(one.id, self._sockets.words_of(one)) for one in state.sockets]
            self._form.show_sockets(words)
            self._name_tabs()

    def call_entry(self) -> LegacyCallEntry:
        """What stands in the form."""
        return self._form.entry()

    def show_call(self, entry: LegacyCallEntry) -> None:
        """Fill the form in; a method that does not exist becomes the first one."""
        method = entry.method if entry.method in METHODS else METHODS[0]
        known = LegacyCallEntry(
            method=method, arguments=entry.arguments, data_format=entry.data_format
        )
        self._methods.blockSignals(True)
        self._methods.setCurrentRow(METHODS.index(method))
        self._methods.blockSignals(False)
        self._form.show_entry(known)

    def offer_socket(self, socket_id: int) -> None:
        """Put the id of a new socket into the form, also for the calls that come."""
        self._form.offer_socket(socket_id)

    def request_call(self) -> None:
        """Ask for the call that stands in the form."""
        self._form.request_call()

    def focus_form(self) -> None:
        """Put the cursor into the first argument."""
        self._form.focus_first()

    def show_conversation(self) -> None:
        """Bring the conversation to the front."""
        self._tabs.setCurrentWidget(self._conversation)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(is_wide=event.size().width() >= WIDE_PX)

    def _set_up_methods(self) -> None:
        methods = self._methods
        methods.setObjectName("methodList")
        methods.setAccessibleName(self.tr("Calls of chrome.socket"))
        for method in METHODS:
            item = QListWidgetItem(method)
            item.setToolTip(help_text(method))
            methods.addItem(item)
        methods.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        methods.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        methods.setFixedWidth(methods.sizeHintForColumn(0) + LIST_FRAME_PX)

    def _lay_out(self) -> None:
        self._tabs.setObjectName("legacyTabs")
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self._conversation, "")
        self._tabs.addTab(self._sockets, "")
        self._splitter.addWidget(self._tabs)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setMinimumHeight(LEAST_CALLS_PX)
        self._arrange(is_wide=False)
        card = QFrame()
        card.setProperty("role", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._form)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(card)
        column.addWidget(self._notice)
        column.addWidget(self._splitter, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._methods)
        row.addLayout(column, 1)

    def _connect(self) -> None:
        self._methods.currentTextChanged.connect(self._form.show_method)
        self._methods.itemActivated.connect(self._form.focus_first)
        self._form.edited.connect(self.edited)
        self._form.call_requested.connect(self.call_requested)
        self._notice.dismissed.connect(self.notice_dismissed)
        self._calls.chosen.connect(self.show_call)
        self._sockets.chosen.connect(self._form.offer_socket)

    def _arrange(self, *, is_wide: bool) -> None:
        """Put the calls beside the tabs, or on the first tab where there is no room."""
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        if is_wide:
            self._splitter.insertWidget(0, self._calls)
            self._calls.show()
        else:
            self._tabs.insertTab(0, self._calls, "")
            self._tabs.setCurrentIndex(0)
        self._name_tabs()

    def _name_tabs(self) -> None:
        waiting = self._state.waiting
        calls = self.tr("Calls, {n} waiting").format(n=waiting) if waiting else self.tr("Calls")
        sockets = self.tr("Sockets ({n})").format(n=len(self._state.sockets))
        talk = self.tr("Conversation")
        names = ((self._calls, calls), (self._sockets, sockets), (self._conversation, talk))
        for widget, name in names:
            if (index := self._tabs.indexOf(widget)) >= 0:
                self._tabs.setTabText(index, name)
