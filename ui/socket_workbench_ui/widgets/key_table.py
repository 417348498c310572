"""The keys of all commands, to look up and to change."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from socket_workbench_ui.key_binding import Binding
from socket_workbench_ui.matching import NO_MATCH, fit

NAME, KEYS = range(2)
ID_ROLE = Qt.ItemDataRole.UserRole
PORTABLE = QKeySequence.SequenceFormat.PortableText
NATIVE = QKeySequence.SequenceFormat.NativeText


class KeyTable(QWidget):
    """Edits keys in place; a key that another command has already is marked, and told."""

    changed = Signal()

    def __init__(self, bindings: Sequence[Binding], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = {binding.id: binding.own_keys for binding in bindings}
        self._find, self._tree = QLineEdit(), QTreeWidget()
        self._clash, self._reset = QLabel(), QPushButton(self.tr("Use the program's own keys"))
        self._set_up(bindings)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._find)
        column.addWidget(self._tree, 1)
        column.addWidget(self._clash)
        row = QHBoxLayout()
        row.addWidget(self._reset)
        row.addStretch(1)
        column.addLayout(row)

    def show_keys(self, changed: Mapping[str, str]) -> None:
        """Show the program's keys, with these in place of its own."""
        for item in self._items():
            command = item.data(NAME, ID_ROLE)
            self._put(item, changed.get(command, self._own[command]))
        self._mark_clashes()

    def changed_keys(self) -> dict[str, str]:
        """What differs from the program's own: command id to key, empty for none."""
        keys = {item.data(NAME, ID_ROLE): item.data(KEYS, ID_ROLE) for item in self._items()}
        return {command: key for command, key in keys.items() if key != self._own[command]}

    def clashes(self) -> list[str]:
        """Keys that more than one command has."""
        keys = [item.data(KEYS, ID_ROLE) for item in self._items()]
        return sorted({key for key in keys if key and keys.count(key) > 1})

    def _set_up(self, bindings: Sequence[Binding]) -> None:
        self._find.setObjectName("keyFilter")
        self._find.setPlaceholderText(self.tr("Find a command"))
        self._find.setAccessibleName(self.tr("Find a command"))
        self._find.setClearButtonEnabled(True)
        self._find.textChanged.connect(self._list_fitting)
        tree = self._tree
        tree.setObjectName("keyTable")
        tree.setAccessibleName(self.tr("Keys"))
        tree.setHeaderLabels([self.tr("Command"), self.tr("Key (double-click to change)")])
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setItemDelegateForColumn(KEYS, _KeyDelegate(self))
        tree.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        tree.header().setStretchLastSection(True)
        tree.header().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for binding in bindings:
            item = QTreeWidgetItem([binding.text, ""])
            item.setData(NAME, ID_ROLE, binding.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self._put(item, binding.own_keys)
            tree.addTopLevelItem(item)
        tree.itemChanged.connect(self._take_change)
        self._clash.setObjectName("keyClash")
        self._clash.setProperty("role", "error")
        self._clash.setWordWrap(True)
        self._clash.hide()
        self._reset.setObjectName("resetKeysButton")
        self._reset.clicked.connect(lambda: self.show_keys({}))

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self._tree.topLevelItem(row) for row in range(self._tree.topLevelItemCount()))
        return [item for item in found if item is not None]

    @staticmethod
    def _put(item: QTreeWidgetItem, key: str) -> None:
        item.setData(KEYS, ID_ROLE, key)
        item.setText(KEYS, QKeySequence(key).toString(NATIVE))

    def _take_change(self, _: QTreeWidgetItem, column: int) -> None:
        if column == KEYS:
            self._mark_clashes()
            self.changed.emit()

    def _mark_clashes(self) -> None:
        clashes = self.clashes()
        self._clash.setVisible(bool(clashes))
        if clashes:
            key = clashes[0]
            names = [item.text(NAME) for item in self._items() if item.data(KEYS, ID_ROLE) == key]
            text = self.tr("{key} belongs to more than one command: {names}. Give each its own.")
            self._clash.setText(text.format(key=key, names=", ".join(names)))

    def _list_fitting(self, typed: str) -> None:
        for item in self._items():
            text = f"{item.text(NAME)} {item.text(KEYS)}"
            item.setHidden(fit(typed, text) == NO_MATCH)


class _KeyDelegate(QStyledItemDelegate):
    """Takes a key by pressing it; Backspace alone takes the key away."""

    @override
    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = QKeySequenceEdit(parent)
        editor.setMaximumSequenceLength(1)
        editor.setClearButtonEnabled(True)
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, QKeySequenceEdit):
            editor.setKeySequence(QKeySequence(index.data(ID_ROLE)))

    @override
    def setModelData(
        self, editor: QWidget, model: object, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if not isinstance(editor, QKeySequenceEdit):
            return
        sequence = editor.keySequence()
        index.model().setData(index, sequence.toString(PORTABLE), ID_ROLE)
        index.model().setData(index, sequence.toString(NATIVE))
