"""The kinds of panels that the window offers; everything that lists them reads this table."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from socket_workbench.session.schema import PanelEntry
from socket_workbench.session.script_entries import LegacyEntry, ScriptEntry
from socket_workbench.session.tcp_entries import TcpClientEntry, TcpServerEntry
from socket_workbench.session.udp_entries import MulticastEntry, UdpEntry
from socket_workbench_ui.marked_text import QT_TRANSLATE_NOOP

CONTEXT = "PanelKinds"


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelKind:
    """One kind: its entry in sessions, the command that opens one, and the code that makes it."""

    entry: type[PanelEntry]
    command: str
    """Id of the action that opens a new one; its key is Ctrl and the place in `KINDS`, from 1."""
    text: str
    """The command in the menu."""
    name: str
    """What it is called on buttons, and before the number in a new panel's title."""
    tip: str
    icon: str
    module: str
    """In the package `wired`; loaded when the first panel of the kind is opened."""
    panel: str
    """The class in it."""

    def shown_name(self) -> str:
        """`name` in the user's language."""
        return QCoreApplication.translate(CONTEXT, self.name)

    def shown_tip(self) -> str:
        """`tip` in the user's language."""
        return QCoreApplication.translate(CONTEXT, self.tip)


KINDS = (
    PanelKind(
        entry=TcpClientEntry,
        command="newTcpClient",
        text=QT_TRANSLATE_NOOP("PanelKinds", "New &TCP client"),
        name=QT_TRANSLATE_NOOP("PanelKinds", "TCP client"),
        tip=QT_TRANSLATE_NOOP("PanelKinds", "Open a panel that connects to a TCP server"),
        icon="plug",
        module="tcp_client",
        panel="TcpClient",
    ),
    PanelKind(
        entry=TcpServerEntry,
        command="newTcpServer",
        text=QT_TRANSLATE_NOOP("PanelKinds", "New TCP &server"),
        name=QT_TRANSLATE_NOOP("PanelKinds", "TCP server"),
        tip=QT_TRANSLATE_NOOP("PanelKinds", "Open a panel that listens for TCP clients"),
        icon="server",
        module="tcp_server",
        panel="TcpServer",
    ),
    PanelKind(
        entry=UdpEntry,
        command="newUdp",
        text=QT_TRANSLATE_NOOP("PanelKinds", "New &UDP panel"),
        name=QT_TRANSLATE_NOOP("PanelKinds", "UDP"),
        tip=QT_TRANSLATE_NOOP("PanelKinds", "Open a panel that sends and receives datagrams"),
        icon="send",
        module="udp",
        panel="Udp",
    ),
    PanelKind(
        entry=MulticastEntry,
        command="newMulticast",
        text=QT_TRANSLATE_NOOP("PanelKinds", "New &multicast panel"),
        name=QT_TRANSLATE_NOOP("PanelKinds", "Multicast"),
        tip=QT_TRANSLATE_NOOP("PanelKinds", "Open a panel that joins multicast groups"),
        icon="radio-tower",
        module="multicast",
        panel="Multicast",
    ),
    PanelKind(
        entry=ScriptEntry,
        command="newScript",
        text=QT_TRANSLATE_NOOP("PanelKinds", "New scr&ipt"),
        name=QT_TRANSLATE_NOOP("PanelKinds", "Script"),
        tip=QT_TRANSLATE_NOOP(
            "PanelKinds", "Open a panel that runs JavaScript or a Chrome App on chrome.sockets"
        ),
        icon="braces",
        module="script",
        panel="ScriptWiring",
    ),
    PanelKind(
        entry=LegacyEntry,
        command="newLegacy",
        text=QT_TRANSLATE_NOOP("PanelKinds", "New le&gacy panel"),
        name=QT_TRANSLATE_NOOP("PanelKinds", "Legacy"),
        tip=QT_TRANSLATE_NOOP(
            "PanelKinds", "Open a panel for the calls of chrome.socket, to port old apps"
        ),
        icon="scroll-text",
        module="legacy",
        panel="Legacy",
    ),
)


def kind_of(entry: object) -> PanelKind:
    """The kind of an entry.

    Raises:
        LookupError: The window has no panels of this kind.
    """
    for kind in KINDS:
        if isinstance(entry, kind.entry):
            return kind
    raise LookupError(type(entry).__name__)
