"""Edits what a server answers by itself: the mode, the fixed reply, the rules in their order."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from socket_workbench.bytesview.parsing import ParseError
from socket_workbench.panels.responders import RuleState, RuleStatus
from socket_workbench.session.tcp_entries import (
    Framing,
    ResponderEntry,
    ResponderMode,
    RuleEntry,
    RuleOrder,
)
from socket_workbench_ui.numbers import grouped
from socket_workbench_ui.theme import ICON_PX, Looks
from socket_workbench_ui.widgets.fields import hint, named, together
from socket_workbench_ui.widgets.reply_form import ReplyForm
from socket_workbench_ui.widgets.responder_texts import MODES, mode_help, mode_text
from socket_workbench_ui.widgets.rule_form import RuleForm
from socket_workbench_ui.widgets.wrap_layout import WrapLayout

PAUSE_MS = 300
"""What is typed comes into force when typing pauses: half a pattern would answer too much."""
LIST_WIDTH_PX = 190
ROW_PADDING_PX = 8
HELP, FIXED, RULES = range(3)
"""Pages of the stack."""


class ResponderEditor(QWidget):
    """Edits a `ResponderEntry`; rules are marked as they fare."""

    changed = Signal(ResponderEntry)
    """What is to be in force from now on."""
    restart_requested = Signal(int)
    """Place of a stopped rule."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._rules: list[RuleEntry] = []
        self._statuses: tuple[RuleStatus, ...] = ()
        self._no_icon = _empty_icon()
        self._mode, self._framing, self._order = QComboBox(), QComboBox(), QComboBox()
        self._pages, self._help, self._fixed = QStackedWidget(), QLabel(), ReplyForm(looks, "fixed")
        self._list, self._form, self._advice = QListWidget(), RuleForm(looks), QLabel()
        self._buttons = {
            "addRuleButton": QPushButton(self.tr("Add")),
            "copyRuleButton": QPushButton(self.tr("Copy")),
            "removeRuleButton": QPushButton(self.tr("Remove")),
            "ruleUpButton": QPushButton(self.tr("Up")),
            "ruleDownButton": QPushButton(self.tr("Down")),
        }
        self._order_pair = together(hint(self.tr("answered by"), self._order), self._order)
        self._framing_pair = together(hint(self.tr("one answer per"), self._framing), self._framing)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._fill_combos()
        self._set_up()
        self._lay_out()
        self._connect_fields()
        self.show_entry(ResponderEntry())

    def entry(self) -> ResponderEntry:
        """What stands here, mistakes included."""
        return ResponderEntry(
            mode=self._mode.currentData(),
            framing=self._framing.currentData(),
            order=self._order.currentData(),
            fixed=self._fixed.reply(),
            rules=tuple(self._rules),
        )

    def show_entry(self, entry: ResponderEntry) -> None:
        """Show something else; tells nobody."""
        self._timer.stop()
        combos = (self._mode, self._framing, self._order)
        blockers = [QSignalBlocker(combo) for combo in combos]
        for combo, value in zip(combos, (entry.mode, entry.framing, entry.order), strict=True):
            combo.setCurrentIndex(combo.findData(value))
        for blocker in blockers:
            blocker.unblock()
        self._fixed.show_reply(entry.fixed)
        self._rules = list(entry.rules)
        self._statuses = ()
        self._fill_list(0)
        self._show_mode()

    def show_statuses(self, statuses: Sequence[RuleStatus], fixed_fault: ParseError | None) -> None:
        """Say how the rules fare, and what is wrong with the fixed reply."""
        self._fixed.show_error(fixed_fault)
        if self._timer.isActive() or len(statuses) != len(self._rules):
            return  # they are those of other rules than stand here
        self._statuses = tuple(statuses)
        for place, status in enumerate(statuses):
            self._draw_item(place, status)
        self._show_current_status()

    def flush(self) -> None:
        """Put what is typed into force now."""
        if self._timer.isActive():
            self._timer.stop()
            self._tell()

    def _fill_combos(self) -> None:
        for mode in MODES:
            self._mode.addItem(mode_text(mode), mode)
        framings: dict[Framing, str] = {"read": self.tr("read"), "line": self.tr("line")}
        for framing, name in framings.items():
            self._framing.addItem(name, framing)
        orders: dict[RuleOrder, str] = {
            "first": self.tr("the first rule that matches"),
            "all": self.tr("every rule that matches"),
        }
        for order, name in orders.items():
            self._order.addItem(name, order)

    def _name_fields(self) -> None:
        named(
            self._mode,
            "responderModeCombo",
            self.tr("Respond with"),
            self.tr("What clients are answered by itself"),
        )
        named(
            self._framing,
            "responderFramingCombo",
            self.tr("One answer per"),
            self.tr(
                "read: the bytes of one onReceive as they came, at most bufferSize of them; TCP "
                "may cut or join what a client sent. line: what stands before a line feed, without "
                "it and a carriage return; 64 KiB without one count as a line"
            ),
        )
        named(
            self._order,
            "responderOrderCombo",
            self.tr("Which rules answer"),
            self.tr("Rules are asked from top to bottom"),
        )
        named(self._list, "ruleList", self.tr("Rules"), self.tr("A rule without its mark is off"))

    def _set_up(self) -> None:
        self._name_fields()
        self._list.setIconSize(QSize(ICON_PX, ICON_PX))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._help.setWordWrap(True)
        self._help.setProperty("role", "hint")
        self._help.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._advice.setText(
            self.tr("Add a rule: what a client sends is compared with its pattern.")
        )
        self._advice.setProperty("role", "hint")
        self._advice.setWordWrap(True)
        self._advice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for name, button in self._buttons.items():
            button.setObjectName(name)
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        top = WrapLayout()
        top.addWidget(together(hint(self.tr("Respond"), self._mode), self._mode))
        top.addWidget(self._framing_pair)
        top.addWidget(self._order_pair)
        self._pages.addWidget(self._help)
        self._pages.addWidget(self._fixed)
        self._pages.addWidget(self._make_rules_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self._pages, 1)

    def _make_rules_page(self) -> QWidget:
        buttons = QWidget()
        row = WrapLayout(buttons)
        for button in self._buttons.values():
            row.addWidget(button)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list, 1)
        column.addWidget(buttons)
        left.setMinimumWidth(LIST_WIDTH_PX)
        right = QWidget()
        stack = QVBoxLayout(right)
        stack.setContentsMargins(6, 0, 0, 0)
        stack.addWidget(self._advice)
        stack.addWidget(self._form, 1)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        return split

    def _connect_fields(self) -> None:
        self._mode.currentIndexChanged.connect(self._change_mode)
        for combo in (self._framing, self._order):
            combo.currentIndexChanged.connect(self._tell)
        self._fixed.changed.connect(self._timer.start)
        self._form.changed.connect(self._take_form)
        self._form.restart_requested.connect(self._ask_restart)
        self._list.currentRowChanged.connect(self._show_current)
        self._list.itemChanged.connect(self._take_switch)
        self._timer.timeout.connect(self._tell)
        for name, act in (
            ("addRuleButton", self._add),
            ("copyRuleButton", self._copy),
            ("removeRuleButton", self._remove),
            ("ruleUpButton", self._move_up),
            ("ruleDownButton", self._move_down),
        ):
            self._buttons[name].clicked.connect(act)

    def _tell(self) -> None:
        self._timer.stop()
        self._statuses = ()
        self.changed.emit(self.entry())

    def _change_mode(self) -> None:
        self._show_mode()
        self._tell()

    def _show_mode(self) -> None:
        mode: ResponderMode = self._mode.currentData()
        self._help.setText(mode_help(mode))
        self._pages.setCurrentIndex({"fixed": FIXED, "rules": RULES}.get(mode, HELP))
        self._framing_pair.setVisible(mode in ("fixed", "rules"))
        self._order_pair.setVisible(mode == "rules")

    def _fill_list(self, current: int) -> None:
        with QSignalBlocker(self._list):
            self._list.clear()
            for place in range(len(self._rules)):
                self._list.addItem(QListWidgetItem())
                self._draw_item(place, None)
            self._list.setCurrentRow(min(current, len(self._rules) - 1))
        self._show_current()

    def _draw_item(self, place: int, status: RuleStatus | None) -> None:
        rule, item = self._rules[place], self._list.item(place)
        name = rule.name or rule.pattern or self.tr("rule {n}").format(n=place + 1)
        text = f"{place + 1}  {name}"
        if status is not None and status.hits:
            text += f"  · {grouped(status.hits)}"
        is_bad = status is not None and status.state in (RuleState.STOPPED, RuleState.FAULTY)
        with QSignalBlocker(self._list):
            if text != item.text():
                item.setText(text)
            item.setIcon(self._looks.icon("triangle-alert", "error") if is_bad else self._no_icon)
            item.setSizeHint(QSize(0, self.fontMetrics().height() + ROW_PADDING_PX))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if rule.is_on else Qt.CheckState.Unchecked)

    def _show_current(self) -> None:
        place = self._list.currentRow()
        is_there = 0 <= place < len(self._rules)
        self._form.setVisible(is_there)
        self._advice.setVisible(not is_there)
        for name in ("copyRuleButton", "removeRuleButton"):
            self._buttons[name].setEnabled(is_there)
        self._buttons["ruleUpButton"].setEnabled(place > 0)
        self._buttons["ruleDownButton"].setEnabled(0 <= place < len(self._rules) - 1)
        if is_there:
            self._form.show_rule(self._rules[place])
            self._show_current_status()

    def _show_current_status(self) -> None:
        place = self._list.currentRow()
        known = 0 <= place < len(self._statuses)
        self._form.show_status(self._statuses[place] if known else RuleStatus())

    def _take_form(self) -> None:
        place = self._list.currentRow()
        self._rules[place] = replace(self._form.rule(), is_on=self._rules[place].is_on)
        self._draw_item(place, None)
        self._timer.start()

    def _take_switch(self, item: QListWidgetItem) -> None:
        place = self._list.row(item)
        is_on = item.checkState() is Qt.CheckState.Checked
        self._rules[place] = replace(self._rules[place], is_on=is_on)
        self._tell()

    def _ask_restart(self) -> None:
        self.restart_requested.emit(self._list.currentRow())

    def _add(self) -> None:
        self._put(len(self._rules), RuleEntry())
        self._form.focus_pattern()

    def _copy(self) -> None:
        place = self._list.currentRow()
        self._put(place + 1, self._rules[place])

    def _put(self, place: int, rule: RuleEntry) -> None:
        self._rules.insert(place, rule)
        self._fill_list(place)
        self._tell()

    def _remove(self) -> None:
        place = self._list.currentRow()
        del self._rules[place]
        self._fill_list(place)
        self._tell()

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        place = self._list.currentRow()
        self._rules.insert(place + step, self._rules.pop(place))
        self._fill_list(place + step)
        self._tell()


def _empty_icon() -> QIcon:
    """Takes the place of a mark, so that the names stay in line."""
    pixmap = QPixmap(ICON_PX, ICON_PX)
    pixmap.fill(Qt.GlobalColor.transparent)
    return QIcon(pixmap)
