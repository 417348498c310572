"""Opens the other end of a panel or a socket on this machine, and lets it begin."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from socket_workbench.panels.app_set import AppSet
from socket_workbench.session.schema import PanelEntry
from socket_workbench.tasks import TaskScope
from socket_workbench_ui.main_window import MainWindow
from socket_workbench_ui.panel_kinds import KINDS
from socket_workbench_ui.panel_set import PanelSet

Find = Callable[[str], PanelEntry | None]
"""Gives the entry of the other end, with this title."""


class MirrorWindow(QObject):
    """Keeps the command `mirrorPanel` in step with the panel in front, and does it."""

    def __init__(
        self, window: MainWindow, panels: PanelSet, apps: AppSet, scope: TaskScope
    ) -> None:
        super().__init__(window)
        self._window, self._panels, self._apps, self._scope = window, panels, apps, scope
        window.commands["mirrorPanel"].triggered.connect(self.mirror_current)
        panels.current_changed.connect(self._follow_panel)
        window.tabs.currentChanged.connect(self._follow_panel)
        self._follow_panel()

    def mirror_current(self) -> None:
        """Open the other end of the panel in front; say so where it has none."""
        from socket_workbench.panels.mirror import mirror_of  # what few sessions need loads late

        panel = self._panels.current
        if panel is not None:
            sockets = [one for one in self._apps.live() if panel.owns(one.key)]
            sockets.sort(key=lambda one: one.key != panel.socket)
            entry = panel.entry()
            self._open(panel.title, lambda title: mirror_of(entry, sockets, title))

    def mirror_socket(self, key: int) -> None:
        """Open the other end of a live socket; one that is gone meanwhile has none."""
        from socket_workbench.panels.mirror import mirror_of_socket  # as above

        found = self._apps.owner_of(key)
        if found is not None:
            live = found[1]
            name = self._panels.title_of(key) or live.identity.label
            self._open(name, lambda title: mirror_of_socket(live, title))

    def _open(self, title: str, find: Find) -> None:
        entry = find(self.tr("Mirror of {title}").format(title=title))
        if entry is None or not any(isinstance(entry, kind.entry) for kind in KINDS):
            text = self.tr(
                "“{title}” has no other end to open here: it names no port yet, or is of a kind "
                "that has none."
            )
            self._window.messages.tell(text.format(title=title), topic="mirror")
        else:
            self._scope.spawn(self._begin(entry), name=f"mirror {title}")

    async def _begin(self, entry: PanelEntry) -> None:
        from socket_workbench.panels.mirror import completed  # as above

        self._panels.open(await completed(entry)).begin()

    def _follow_panel(self) -> None:
        self._window.commands["mirrorPanel"].setEnabled(self._panels.current is not None)
