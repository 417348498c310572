"""What all tables have in common in which one chooses rows."""

from PySide6.QtWidgets import QAbstractItemView, QTableView

SelectionMode = QAbstractItemView.SelectionMode


def set_up_rows(
    table: QTableView, selection: SelectionMode = SelectionMode.ExtendedSelection
) -> None:
    """Rows are chosen as a whole, and only read; Tab goes on to the next region."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(selection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setHighlightSections(False)
