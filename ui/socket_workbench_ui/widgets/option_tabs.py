"""A panel's options in groups, one of them at a time, so that the conversation keeps its room."""

from collections.abc import Sequence

from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget


class OptionTabs(QWidget):
    """Shows the group whose tab is chosen; as high as that group, not as the highest."""

    def __init__(
        self, groups: Sequence[tuple[str, QWidget]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._groups = [group for _, group in groups]
        self.tabs = QTabBar()
        self.tabs.setObjectName("optionTabs")
        self.tabs.setAccessibleName(self.tr("Groups of options"))
        self.tabs.setExpanding(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.tabs)
        for title, group in groups:
            self.tabs.addTab(title)
            column.addWidget(group)
        self.tabs.currentChanged.connect(self._show_group)
        self._show_group(0)

    def _show_group(self, chosen: int) -> None:
        for place, group in enumerate(self._groups):
            group.setVisible(place == chosen)
