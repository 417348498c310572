"""The user guide in a window of its own: pages on the left, the open one on the right."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from socket_workbench_ui.theme import Looks

SIZE_PX = (900, 640)
LIST_PX = 210


class HelpView(QDialog):
    """Shows Markdown pages; a search leaves those in the list that hold the words."""

    topic_opened = Signal(str)

    def __init__(
        self,
        looks: Looks,
        topics: Sequence[tuple[str, str]],
        page_of: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        """`topics` are names and titles; `page_of` gives the Markdown of one by its name."""
        super().__init__(parent)
        self.setObjectName("helpWindow")
        self.setWindowTitle(self.tr("User guide"))
        self.setModal(False)
        self.resize(*SIZE_PX)
        self._looks, self._page_of = looks, page_of
        self._names = [name for name, _ in topics]
        self._searched: list[str] = []
        """The pages in small letters while something is searched; keys in them may change later."""
        self._find, self._list, self._browser = QLineEdit(), QListWidget(), QTextBrowser()
        self._set_up(topics)
        self._lay_out()
        looks.changed.connect(self._colour)
        self._colour()

    @property
    def topic(self) -> str:
        """The page that is open."""
        return self._names[self._list.currentRow()]

    def show_topic(self, name: str) -> None:
        """Open a page."""
        self._find.clear()
        self._list.setCurrentRow(self._names.index(name))

    def _set_up(self, topics: Sequence[tuple[str, str]]) -> None:
        self._find.setObjectName("helpFind")
        self._find.setAccessibleName(self.tr("Search the guide"))
        self._find.setPlaceholderText(self.tr("Search the guide"))
        self._find.setClearButtonEnabled(True)
        self._find.textChanged.connect(self._list_fitting)
        self._list.setObjectName("helpTopics")
        self._list.setAccessibleName(self.tr("Pages"))
        for _, title in topics:
            QListWidgetItem(title, self._list)
        self._list.currentRowChanged.connect(self._open)
        self._browser.setObjectName("helpPage")
        self._browser.setAccessibleName(self.tr("Page of the guide"))
        self._browser.setOpenLinks(False)
        self._browser.anchorClicked.connect(self._follow)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._find)
        column.addWidget(self._list, 1)
        split = QSplitter()
        split.addWidget(left)
        split.addWidget(self._browser)
        split.setStretchFactor(1, 1)
        split.setSizes([LIST_PX, SIZE_PX[0] - LIST_PX])
        split.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.addWidget(split)

    def _open(self, row: int) -> None:
        if row >= 0:
            self._browser.setMarkdown(self._page_of(self._names[row]))
            self.topic_opened.emit(self._names[row])

    def _colour(self) -> None:
        link = self._looks.colour("accent").name()
        self._browser.document().setDefaultStyleSheet(f"a {{ color: {link}; }}")
        self._open(self._list.currentRow())

    def _follow(self, link: QUrl) -> None:
        """Pages link to each other by name, `composer.md`; anything else is the system's."""
        name = link.toString().removesuffix(".md")
        if name in self._names:
            self.show_topic(name)
        else:
            QDesktopServices.openUrl(link)

    def _list_fitting(self, typed: str) -> None:
        words = typed.lower().split()
        if not words:
            self._searched = []
        elif not self._searched:
            self._searched = [self._page_of(name).lower() for name in self._names]
        for row in range(len(self._names)):
            is_fitting = all(word in self._searched[row] for word in words)
            self._list.item(row).setHidden(not is_fitting)
