"""What every kind of panel is to the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from socket_workbench.capture.store import Capture
from socket_workbench.chrome.app import ChromeApp
from socket_workbench.net.adapters import Adapter
from socket_workbench.panels.app_set import AppSet
from socket_workbench.panels.messages import Severity
from socket_workbench.panels.notice import Notice
from socket_workbench.session.schema import PanelEntry
from socket_workbench.tasks import TaskScope
from socket_workbench_ui.texts import notice_text
from socket_workbench_ui.theme import Looks


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelKit:
    """What every panel is made with."""

    app: ChromeApp
    """The window's own context."""
    apps: AppSet
    """All contexts; a panel with one of its own adds and removes it here."""
    capture: Capture
    looks: Looks
    scope: TaskScope
    adapters: Callable[[], tuple[Adapter, ...]] = tuple
    """The machine's adapters as they are known now; the same object while nothing changed."""


class Panel(QObject):
    """One open panel. Subclasses make `page`, and override what their kind can do.

    A command that a kind does not have does nothing; `commands` tells the window which to offer.
    """

    socket_changed = Signal()
    """The panel's socket is another one."""
    event_selected = Signal(int)
    """Row of the capture whose bytes are to be shown."""
    host_used = Signal(str)
    """The host, once a connection to it is open."""
    alerted = Signal(str)
    """What went wrong, for those who look elsewhere."""

    commands: frozenset[str] = frozenset(
        ("focusAddress", "connect", "disconnect", "pause", "send", "find")
    )
    """Ids of the window's commands that mean something here."""

    def __init__(self, kit: PanelKit, entry: PanelEntry) -> None:
        super().__init__()
        self.title = entry.title
        self.scope = kit.scope.child()
        """Owns all that the panel runs; `aclose` ends it."""

    @property
    def page(self) -> QWidget:
        """What the panel's tab shows."""
        raise NotImplementedError

    @property
    def socket(self) -> int | None:
        """The capture's key of the socket that stands for the panel."""
        return None

    @property
    def is_open(self) -> bool:
        """Whether closing the panel would end something that is under way."""
        return False

    def owns(self, socket: int) -> bool:
        """Whether this socket of the capture was made here."""
        return socket == self.socket

    def entry(self) -> PanelEntry:
        """The panel as a session keeps it."""
        raise NotImplementedError

    def rename(self, title: str) -> None:
        """Take a new title."""
        self.title = title
        self.page.setProperty("panelName", title)

    def tick(self) -> None:
        """Follow what happened; called once per frame."""

    def show_history(self, hosts: Sequence[str]) -> None:
        """Offer these hosts, newest first."""

    def focus_address(self) -> None:
        """Put the cursor where the panel says where to."""

    def begin(self) -> None:
        """Do what the panel is for: connect, listen, bind, join, run; if it does, once more."""

    def end(self) -> None:
        """End what `begin` began."""

    def toggle_pause(self) -> None:
        """Pause or resume."""

    def send(self) -> None:
        """Send what the composer holds."""

    def open_find(self) -> None:
        """Search in what the panel shows."""

    def use_bind_address(self, address: str) -> bool:
        """Take an address of this machine into the field for it; false where that is not wanted."""
        del address
        return False

    def use_multicast_adapter(self, adapter: Adapter) -> bool:
        """Choose an adapter to join groups on; false where there is no such choice."""
        del adapter
        return False

    def alert(self, notice: Notice | None, before: Notice | None) -> None:
        """Tell of a notice that is new, if it is about an error."""
        if notice is not None and notice != before and notice.severity is Severity.ERROR:
            self.alerted.emit(notice_text(notice).title)

    async def aclose(self) -> None:
        """Close the panel's sockets, end its tasks and let the page go."""
        await self.scope.aclose()
        self.page.deleteLater()
