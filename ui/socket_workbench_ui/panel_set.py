"""The open panels: made from a session's entries, kept with their controllers, closed with them."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from socket_workbench.session.schema import PanelEntry, Session
from socket_workbench.tasks import TaskScope
from socket_workbench_ui.copying_window import offer_programs
from socket_workbench_ui.panel_kinds import PanelKind
from socket_workbench_ui.widgets.panel_tabs import PanelTabs
from socket_workbench_ui.widgets.room_keeper import RoomKeeper
from socket_workbench_ui.wired.panel import Panel

MakePanel: TypeAlias = Callable[[PanelEntry], Panel]


class PanelSet(QObject):
    """All open panels, in the order of their tabs."""

    current_changed = Signal()
    """Another panel is in front, or its socket is another one."""
    count_changed = Signal()
    renamed = Signal()
    """A panel has another title."""
    event_selected = Signal(int)
    host_used = Signal(str)
    alerted = Signal(str, str)
    """A panel's title, and what went wrong there."""

    def __init__(self, make: MakePanel, tabs: PanelTabs, scope: TaskScope) -> None:
        super().__init__(tabs)
        self._make, self._tabs, self._scope = make, tabs, scope
        self._panels: dict[QWidget, Panel] = {}
        self._hosts: list[str] = []
        self._made: Counter[str] = Counter()
        tabs.close_requested.connect(self.close_page)
        tabs.renamed.connect(self._rename)
        tabs.currentChanged.connect(self.current_changed)

    @property
    def current(self) -> Panel | None:
        """The panel in front; `None` where there is none, or the tab is no panel."""
        return self._panels.get(self._tabs.currentWidget())

    def open(self, entry: PanelEntry) -> Panel:
        """Open a panel with these fields, in front; it connects nothing by itself."""
        panel = self._make(entry)
        self._panels[panel.page] = panel
        offer_programs(panel)
        RoomKeeper(panel.page)
        panel.show_history(self._hosts)
        panel.socket_changed.connect(self.current_changed)
        panel.event_selected.connect(self.event_selected)
        panel.host_used.connect(self.host_used)
        panel.alerted.connect(partial(self._alert, panel))
        self._tabs.setCurrentIndex(self._tabs.addTab(panel.page, entry.title))
        self.count_changed.emit()
        return panel

    def open_new(self, kind: PanelKind) -> Panel:
        """Open an empty panel of this kind with a title of its own."""
        self._made[kind.command] += 1
        title = f"{kind.shown_name()} {self._made[kind.command]}"
        panel = self.open(kind.entry(title=title))
        panel.focus_address()
        return panel

    def show_hosts(self, hosts: list[str]) -> None:
        """Offer these hosts in every panel."""
        self._hosts = hosts
        for panel in self._panels.values():
            panel.show_history(hosts)

    def title_of(self, socket: int) -> str:
        """Title of the panel that has this socket; empty where none has."""
        return next((one.title for one in self._panels.values() if one.owns(socket)), "")

    def show_panel_of(self, socket: int) -> None:
        """Bring the panel of this socket to the front."""
        for page, panel in self._panels.items():
            if panel.owns(socket):
                self._tabs.setCurrentWidget(page)

    def session(self) -> Session:
        """What the user has built."""
        pages = [self._tabs.widget(index) for index in range(self._tabs.count())]
        panels = [self._panels[page] for page in pages if page in self._panels]
        current = next((i for i, panel in enumerate(panels) if panel is self.current), 0)
        entries = tuple(panel.entry() for panel in panels)
        return Session(version=1, panels=entries, current_panel=current)

    def show_session(self, session: Session) -> None:
        """Replace all panels by the session's; nothing connects by itself."""
        for page in tuple(self._panels):
            self.close_page(page)
        pages = [self.open(entry).page for entry in session.panels]
        if pages:
            self._tabs.setCurrentWidget(pages[min(session.current_panel, len(pages) - 1)])

    def close_page(self, page: QWidget) -> None:
        """Close a panel with its socket; other pages are left alone."""
        panel = self._panels.pop(page, None)
        if panel is None:
            return
        self._tabs.removeTab(self._tabs.indexOf(page))
        self._scope.spawn(panel.aclose(), name=f"close {panel.title}")
        self.count_changed.emit()

    def tick(self) -> None:
        """Let every panel follow what happened; called once per frame."""
        for panel in self._panels.values():
            panel.tick()

    async def aclose(self) -> None:
        """Close every panel, as when the window goes."""
        panels = list(self._panels.values())
        self._panels.clear()
        for panel in panels:
            await panel.aclose()

    def _alert(self, panel: Panel, text: str) -> None:
        self.alerted.emit(panel.title, text)

    def _rename(self, page: QWidget, title: str) -> None:
        if (panel := self._panels.get(page)) is not None:
            panel.rename(title)
            self.renamed.emit()
