"""One rule of a responder: what it looks for, what it answers, and how it fares."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from socket_workbench.bytesview.parsing import ParseError
from socket_workbench.panels.responder_rules import RuleFault, compile_rule
from socket_workbench.panels.responders import RuleState, RuleStatus
from socket_workbench.session.tcp_entries import MatchKind, ReplyFormat, RuleEntry
from socket_workbench_ui.numbers import grouped, size_text
from socket_workbench_ui.parse_texts import placed_error_text
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.fields import labelled, named, tell_fault
from socket_workbench_ui.widgets.reply_form import ReplyForm

NAME_WIDTH_PX = 120


class RuleForm(QWidget):
    """Edits a `RuleEntry`, whose switch stands in the list of rules; tells every change."""

    changed = Signal()
    restart_requested = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_on = True
        self._name, self._match, self._pattern = QLineEdit(), QComboBox(), QLineEdit()
        self._error, self._state = QLabel(), QLabel()
        self._restart = QPushButton(self.tr("Start again"))
        self._reply = ReplyForm(looks, "rule")
        self._pattern.setFont(looks.mono)
        self._fill_kinds()
        self._set_up()
        self._lay_out()
        self._connect_fields()

    def rule(self) -> RuleEntry:
        """What the fields say now, mistakes included."""
        match, pattern_format = self._match.currentData()
        return RuleEntry(
            name=self._name.text(),
            is_on=self._is_on,
            match=match,
            pattern_format=pattern_format,
            pattern=self._pattern.text(),
            reply=self._reply.reply(),
        )

    def show_rule(self, rule: RuleEntry) -> None:
        """Fill the fields in; tells nobody."""
        blockers = [QSignalBlocker(one) for one in (self._name, self._match, self._pattern)]
        self._is_on = rule.is_on
        self._name.setText(rule.name)
        is_plain = rule.match in ("regex", "always")
        wanted = (rule.match, "text" if is_plain else rule.pattern_format)
        places = (at for at in range(self._match.count()) if self._match.itemData(at) == wanted)
        self._match.setCurrentIndex(next(places, 0))
        self._pattern.setText(rule.pattern)
        for blocker in blockers:
            blocker.unblock()
        self._reply.show_reply(rule.reply)
        self._judge()

    def show_status(self, status: RuleStatus) -> None:
        """Say how often it matched, and why it does not where it is stopped."""
        is_stopped = status.state is RuleState.STOPPED
        text = {
            RuleState.ACTIVE: self.tr("{hits} hits"),
            RuleState.OFF: self.tr("off; {hits} hits"),
            RuleState.FAULTY: self.tr("not asked: see what is marked"),
            RuleState.STOPPED: self.tr(
                "stopped: the expression took longer than 0.25 s over {size}; {hits} hits"
            ),
        }[status.state]
        size = size_text(status.slow_bytes)
        self._state.setText(text.format(hits=grouped(status.hits), size=size))
        role = "error" if status.state in (RuleState.STOPPED, RuleState.FAULTY) else "hint"
        if self._state.property("role") != role:
            self._state.setProperty("role", role)
            self._state.style().polish(self._state)
        self._restart.setVisible(is_stopped)

    def focus_pattern(self) -> None:
        """Put the cursor where the pattern is typed."""
        self._pattern.setFocus()

    def _fill_kinds(self) -> None:
        kinds: tuple[tuple[MatchKind, ReplyFormat, str], ...] = (
            ("contains", "text", self.tr("contains text")),
            ("startsWith", "text", self.tr("starts with text")),
            ("equals", "text", self.tr("is exactly text")),
            ("contains", "hex", self.tr("contains hex")),
            ("startsWith", "hex", self.tr("starts with hex")),
            ("equals", "hex", self.tr("is exactly hex")),
            ("regex", "text", self.tr("matches regular expression")),
            ("always", "text", self.tr("is anything")),
        )
        for match, pattern_format, name in kinds:
            self._match.addItem(name, (match, pattern_format))

    def _set_up(self) -> None:
        named(
            self._name,
            "ruleNameEdit",
            self.tr("Name of the rule"),
            self.tr("For your own use; a rule without one is called by its number"),
        )
        named(
            self._match,
            "ruleMatchCombo",
            self.tr("How the rule matches"),
            self.tr("How what a client sent is compared with the pattern"),
        )
        named(
            self._pattern,
            "rulePatternEdit",
            self.tr("Pattern"),
            self.tr(
                "Text with escapes \\r \\n \\xNN, hex, or a regular expression over bytes; its "
                "groups are $1, $2 … in the reply"
            ),
        )
        self._name.setMinimumWidth(NAME_WIDTH_PX)
        self._error.setObjectName("ruleError")
        self._error.setProperty("role", "error")
        self._error.setWordWrap(True)
        self._state.setObjectName("ruleState")
        self._state.setWordWrap(True)
        self._restart.setObjectName("restartRuleButton")
        self._restart.hide()

    def _lay_out(self) -> None:
        search = QHBoxLayout()
        search.addWidget(labelled(self.tr("If it"), self._match))
        search.addWidget(self._pattern, 1)
        state = QHBoxLayout()
        state.addWidget(self._state, 1)
        state.addWidget(self._restart)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(labelled(self.tr("Name"), self._name))
        column.addLayout(search)
        column.addWidget(self._error)
        column.addWidget(self._reply, 1)
        column.addLayout(state)

    def _connect_fields(self) -> None:
        self._name.textEdited.connect(self.changed)
        self._pattern.textEdited.connect(self._tell)
        self._match.currentIndexChanged.connect(self._tell)
        self._reply.changed.connect(self._tell)
        self._restart.clicked.connect(self.restart_requested)

    def _tell(self) -> None:
        self._judge()
        self.changed.emit()

    def _judge(self) -> None:
        """Mark what is wrong, as it is typed."""
        rule = self.rule()
        self._pattern.setEnabled(rule.match != "always")
        made = compile_rule(rule)
        fault = made if isinstance(made, RuleFault) else None
        in_pattern = fault if fault is not None and fault.part == "pattern" else None
        said = "" if in_pattern is None else self._fault_text(in_pattern)
        tell_fault(self._pattern, self._error, said)
        in_reply = fault is not None and fault.part == "reply"
        error = fault.error if fault is not None and in_reply else None
        self._reply.show_error(error if isinstance(error, ParseError) else None)

    def _fault_text(self, fault: RuleFault) -> str:
        if fault.error is None:
            return self.tr("There is nothing to look for.")
        if isinstance(fault.error, ParseError):
            return placed_error_text(fault.error)
        place = self.tr("Character {place}: {problem}")
        return place.format(place=fault.error.position + 1, problem=fault.error.reason)
