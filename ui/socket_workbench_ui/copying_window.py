"""What a panel does as a program: offered where it is about the whole panel."""

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from socket_workbench_ui.wired.panel import Panel


def add_programs(panel: Panel, menu: QMenu) -> None:
    """Add the panel's action, with what its composer holds, in every language that can say it."""
    # Start-up goes without what few menus need.
    from socket_workbench.panels.entry_actions import action_of_entry
    from socket_workbench_ui.widgets.copy_menu import add_program_menu

    add_program_menu(menu, action_of_entry(panel.entry()))


def offer_programs(panel: Panel) -> None:
    """Offer that in the menu of the panel's composer, if it has one."""
    card = panel.page.findChild(QWidget, "composerCard")
    if card is not None:
        from socket_workbench_ui.widgets.composer import Composer  # loaded with such a panel

        assert isinstance(card, Composer)
        card.menu.opening.connect(partial(add_programs, panel))
