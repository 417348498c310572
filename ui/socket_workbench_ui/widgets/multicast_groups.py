"""The groups of a multicast panel: which are joined, on which adapter."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from socket_workbench.panels.multicast_diagnosis import Group
from socket_workbench_ui.theme import Looks

LEAST_WIDTH_PX = 170
_GROUP = Qt.ItemDataRole.UserRole


class MulticastGroups(QWidget):
    """Draws `Group`s; leaving some of them leaves as a signal."""

    leave_requested = Signal(list)
    """The groups, as canonical literals."""
    chosen = Signal(str)
    """A group was clicked."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._groups: tuple[Group, ...] = ()
        self._list, self._leave = QListWidget(), QPushButton(self.tr("Leave"))
        self._set_up()
        self._lay_out()
        looks.changed.connect(self._draw)
        self._draw()

    def show_groups(self, groups: tuple[Group, ...]) -> None:
        """Show these; what is selected stays so."""
        if groups != self._groups:
            self._groups = groups
            self._draw()

    def selected(self) -> list[str]:
        """The selected groups; the only one there is counts as selected."""
        items = self._list.selectedItems()
        if not items and self._list.count() == 1:
            items = [self._list.item(0)]
        return [item.data(_GROUP) for item in items]

    def _set_up(self) -> None:
        self.setMinimumWidth(LEAST_WIDTH_PX)
        self._list.setObjectName("groupList")
        self._list.setAccessibleName(self.tr("Groups"))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setAlternatingRowColors(True)
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemSelectionChanged.connect(self._draw_button)
        self._list.itemClicked.connect(self._tell_chosen)
        self._leave.setObjectName("leaveButton")
        self._leave.clicked.connect(self._request_leave)

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("GROUPS"))
        heading.setProperty("role", "heading")
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 6, 8, 6)
        bar.addWidget(heading, 1)
        bar.addWidget(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._list, 1)
        self.setFocusProxy(self._list)

    def _draw(self) -> None:
        selected = set(self.selected()) if self._list.selectedItems() else set[str]()
        self._list.clear()
        self._list.setFont(self._looks.mono)
        for group in self._groups:
            item = QListWidgetItem(self._text(group))
            item.setData(_GROUP, group.group)
            item.setToolTip(self._tip(group))
            item.setForeground(self._looks.colour("text" if group.is_joined else "muted"))
            self._list.addItem(item)
            item.setSelected(group.group in selected)
        self._draw_button()

    def _draw_button(self) -> None:
        groups = self.selected()
        self._leave.setEnabled(bool(groups))
        self._leave.setToolTip(
            self.tr("Leave and forget: {groups}").format(groups=", ".join(groups))
            if groups
            else self.tr("Select groups in the list to leave them")
        )

    def _text(self, group: Group) -> str:
        sign = "●" if group.is_joined else "○"
        return f"{sign} {group.group}" + (f" · {group.adapter}" if group.adapter else "")

    def _tip(self, group: Group) -> str:
        adapter = group.adapter or self.tr("the adapter that the system chose")
        state = (
            self.tr("joined on %1") if group.is_joined else self.tr("not joined; F5 joins on %1")
        )
        return f"{group.group}\n{state.replace('%1', adapter)}"

    def _request_leave(self) -> None:
        if groups := self.selected():
            self.leave_requested.emit(groups)

    def _tell_chosen(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_GROUP))
