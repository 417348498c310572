"""The menu of a live socket: every operation that its kind has, and what of it can be copied."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from socket_workbench.chrome.live import LiveSocket
from socket_workbench.panels.copying import action_of_socket
from socket_workbench.panels.socket_operations import Deed, Operation, operations_of, with_value
from socket_workbench_ui.texts import peer_text
from socket_workbench_ui.widgets.copy_menu import add_program_menu

CONTEXT = "SocketMenu"
INT32_MAX = 2**31 - 1

TEXTS = {
    Deed.PAUSE: QT_TRANSLATE_NOOP("SocketMenu", "Pause"),
    Deed.DISCONNECT: QT_TRANSLATE_NOOP("SocketMenu", "Disconnect"),
    Deed.SECURE: QT_TRANSLATE_NOOP("SocketMenu", "Secure with TLS"),
    Deed.KEEP_ALIVE_ON: QT_TRANSLATE_NOOP("SocketMenu", "Keep-alive on, after {value} s"),
    Deed.KEEP_ALIVE_OFF: QT_TRANSLATE_NOOP("SocketMenu", "Keep-alive off"),
    Deed.NO_DELAY_ON: QT_TRANSLATE_NOOP("SocketMenu", "No-delay on"),
    Deed.NO_DELAY_OFF: QT_TRANSLATE_NOOP("SocketMenu", "No-delay off"),
    Deed.BROADCAST_ON: QT_TRANSLATE_NOOP("SocketMenu", "Broadcast on"),
    Deed.BROADCAST_OFF: QT_TRANSLATE_NOOP("SocketMenu", "Broadcast off"),
    Deed.JOIN: QT_TRANSLATE_NOOP("SocketMenu", "Join group…"),
    Deed.LEAVE: QT_TRANSLATE_NOOP("SocketMenu", "Leave {value}"),
    Deed.TTL: QT_TRANSLATE_NOOP("SocketMenu", "Multicast time to live…"),
    Deed.LOOPBACK_ON: QT_TRANSLATE_NOOP("SocketMenu", "Multicast loopback on"),
    Deed.LOOPBACK_OFF: QT_TRANSLATE_NOOP("SocketMenu", "Multicast loopback off"),
    Deed.NAME: QT_TRANSLATE_NOOP("SocketMenu", "Name…"),
    Deed.BUFFER_SIZE: QT_TRANSLATE_NOOP("SocketMenu", "bufferSize…"),
    Deed.PERSISTENT: QT_TRANSLATE_NOOP("SocketMenu", "Persistent"),
    Deed.CLOSE: QT_TRANSLATE_NOOP("SocketMenu", "Close socket"),
}
RESUME = QT_TRANSLATE_NOOP("SocketMenu", "Resume")
STOP_LISTENING = QT_TRANSLATE_NOOP("SocketMenu", "Stop listening")
QUESTIONS = {
    Deed.JOIN: QT_TRANSLATE_NOOP("SocketMenu", "Address of the multicast group:"),
    Deed.TTL: QT_TRANSLATE_NOOP(
        "SocketMenu", "Routers that datagrams to groups may pass, 0 to 255:"
    ),
    Deed.NAME: QT_TRANSLATE_NOOP("SocketMenu", "Name of the socket; an empty one is none:"),
    Deed.BUFFER_SIZE: QT_TRANSLATE_NOOP("SocketMenu", "Bytes that one onReceive holds at most:"),
}
SHOW_PANEL = QT_TRANSLATE_NOOP("SocketMenu", "Show panel")
MIRROR = QT_TRANSLATE_NOOP("SocketMenu", "Mirror: open the other end here")
CONNECTION_TITLE = QT_TRANSLATE_NOOP("SocketMenu", "Connection options")
DATAGRAM_TITLE = QT_TRANSLATE_NOOP("SocketMenu", "Groups and broadcast")
PROPERTIES_TITLE = QT_TRANSLATE_NOOP("SocketMenu", "Properties")
COPY_PEER = QT_TRANSLATE_NOOP("SocketMenu", "Copy peer address")
COPY_LOCAL = QT_TRANSLATE_NOOP("SocketMenu", "Copy local address")
COPY_INFO = QT_TRANSLATE_NOOP("SocketMenu", "Copy SocketInfo as JSON")
ON_TOP = (Deed.PAUSE, Deed.DISCONNECT, Deed.SECURE)
CONNECTION = (Deed.KEEP_ALIVE_ON, Deed.KEEP_ALIVE_OFF, Deed.NO_DELAY_ON, Deed.NO_DELAY_OFF)
DATAGRAMS = (
    Deed.JOIN,
    Deed.LEAVE,
    Deed.TTL,
    Deed.LOOPBACK_ON,
    Deed.LOOPBACK_OFF,
    Deed.BROADCAST_ON,
    Deed.BROADCAST_OFF,
)
PROPERTIES = (Deed.NAME, Deed.BUFFER_SIZE, Deed.PERSISTENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class SocketWishes:
    """Who is told what was chosen; they outlive the menu, as its dialogs do."""

    call: Callable[[int, str, tuple[Any, ...]], object]
    """Given key, method of the socket's namespace, and the arguments after its id."""
    show_panel: Callable[[int], object]
    mirror: Callable[[int], object] | None = None
    """`None` where there is no other end to open."""


class SocketMenu(QMenu):
    """Made for one socket as it is now; what makes no sense now is grey."""

    def __init__(self, live: LiveSocket, wishes: SocketWishes, parent: QWidget) -> None:
        super().__init__(parent)
        self._live, self._wishes = live, wishes
        operations = operations_of(live)
        show = self._add("showPanel", _tr(SHOW_PANEL), partial(wishes.show_panel, live.key))
        show.setEnabled(bool(live.identity.panel))
        if wishes.mirror is not None:
            self._add("mirror", _tr(MIRROR), partial(wishes.mirror, live.key))
        self.addSeparator()
        self._add_operations(self, operations, ON_TOP)
        self._add_submenu("connectionMenu", _tr(CONNECTION_TITLE), operations, CONNECTION)
        self._add_submenu("datagramMenu", _tr(DATAGRAM_TITLE), operations, DATAGRAMS)
        self._add_submenu("propertiesMenu", _tr(PROPERTIES_TITLE), operations, PROPERTIES)
        self.addSeparator()
        self._add_operations(self, operations, (Deed.CLOSE,))
        self.addSeparator()
        self._add_copying()

    def _add_submenu(
        self, name: str, title: str, operations: Iterable[Operation], deeds: Iterable[Deed]
    ) -> None:
        chosen = tuple(deeds)
        if any(one.deed in chosen for one in operations):
            menu = self.addMenu(title)
            menu.setObjectName(name)
            self._add_operations(menu, operations, chosen)

    def _add_operations(
        self, menu: QMenu, operations: Iterable[Operation], deeds: Iterable[Deed]
    ) -> None:
        """Add those in the order of `deeds`, whatever order they were given in."""
        by_deed = {deed: [one for one in operations if one.deed is deed] for deed in deeds}
        for operation in (one for found in by_deed.values() for one in found):
            action = menu.addAction(self._text(operation))
            action.setObjectName(operation.deed.value)
            action.setEnabled(operation.is_enabled)
            if operation.deed is Deed.PERSISTENT:
                action.setCheckable(True)
                action.setChecked(bool(operation.is_checked))
            action.triggered.connect(self._doing(operation))

    def _doing(self, operation: Operation) -> Callable[[], None]:
        def do() -> None:
            if operation.asks:
                self._ask(operation)
            else:
                self._call(operation, operation.arguments)

        return do

    def _call(self, operation: Operation, arguments: tuple[object, ...]) -> None:
        self._wishes.call(self._live.key, operation.method, arguments)

    def _ask(self, operation: Operation) -> None:
        """Ask for the value; the dialog outlives the menu."""
        owner = self.parentWidget()
        dialog = QInputDialog(owner)
        dialog.setObjectName("socketValueDialog")
        dialog.setWindowTitle(f"{self._live.identity.label}: {_tr(TEXTS[operation.deed])}")
        dialog.setLabelText(_tr(QUESTIONS[operation.deed]))
        take = partial(_take_value, self._wishes.call, self._live.key, operation)
        if isinstance(operation.value, int):
            dialog.setInputMode(QInputDialog.InputMode.IntInput)
            dialog.setIntRange(0, INT32_MAX)
            dialog.setIntValue(operation.value)
            dialog.intValueSelected.connect(take)
        else:
            dialog.setTextValue(operation.value)
            dialog.textValueSelected.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add_copying(self) -> None:
        info = self._live.info
        for name, side, text in (
            ("copyPeer", "peer", COPY_PEER),
            ("copyLocal", "local", COPY_LOCAL),
        ):
            host, port = info.get(f"{side}Address"), info.get(f"{side}Port")
            if host is not None and port is not None:
                self._add(name, _tr(text), _copying(peer_text(host, port)))
        add_program_menu(self, action_of_socket(self._live))
        self._add("copyInfo", _tr(COPY_INFO), _copying(json.dumps(dict(info))))

    def _add(self, name: str, text: str, act: Callable[[], object]) -> QAction:
        action = self.addAction(text)
        action.setObjectName(name)
        action.triggered.connect(lambda _=False: act())
        return action

    def _text(self, operation: Operation) -> str:
        if operation.deed is Deed.PAUSE and operation.is_checked:
            return _tr(RESUME)
        if operation.deed is Deed.DISCONNECT and self._live.is_listening:
            return _tr(STOP_LISTENING)
        value = operation.arguments[-1] if operation.arguments else ""
        return _tr(TEXTS[operation.deed]).replace("{value}", str(value))


def _take_value(
    call: Callable[[int, str, tuple[Any, ...]], object],
    key: int,
    operation: Operation,
    value: str | int,
) -> None:
    call(key, operation.method, with_value(operation, value))


def _copying(text: str) -> Callable[[], None]:
    return lambda: QGuiApplication.clipboard().setText(text)


def _tr(text: object) -> str:
    return QCoreApplication.translate(CONTEXT, str(text))
