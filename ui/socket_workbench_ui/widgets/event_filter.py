"""The filter line of the event log: green when it can be used, else the error at its place."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from socket_workbench.capture.query import Expected, QueryError, parse
from socket_workbench.net.errors import ResultCode

CODES = {name: int(code) for name, code in ResultCode.__members__.items()}
EXPECTATIONS = {
    Expected.TERM: QT_TRANSLATE_NOOP("EventFilter", "expected a word, or a term such as socket:3"),
    Expected.CLOSING_PARENTHESIS: QT_TRANSLATE_NOOP(
        "EventFilter", "expected a closing parenthesis"
    ),
    Expected.OPENING_PARENTHESIS: QT_TRANSLATE_NOOP(
        "EventFilter", "this parenthesis was never opened"
    ),
    Expected.CLOSING_QUOTE: QT_TRANSLATE_NOOP("EventFilter", "expected a closing quotation mark"),
    Expected.FIELD: QT_TRANSLATE_NOOP(
        "EventFilter",
        "expected socket:, dir:, event: or code:; put quotes around text with a colon",
    ),
    Expected.SOCKET: QT_TRANSLATE_NOOP(
        "EventFilter", "expected a socket: 3, tcp/3, server/1, udp/2 or socket/4"
    ),
    Expected.DIRECTION: QT_TRANSLATE_NOOP("EventFilter", "expected in or out"),
    Expected.EVENT: QT_TRANSLATE_NOOP(
        "EventFilter", "expected a method or an event, such as onReceive"
    ),
    Expected.CODE: QT_TRANSLATE_NOOP(
        "EventFilter", "expected a result code: -102, <0 or CONNECTION_REFUSED"
    ),
}


class EventFilter(QLineEdit):
    """Emits a `Query` whenever what was typed is one, `None` when it is empty."""

    query_changed = Signal(object)

    def __init__(self, problem: QLabel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem = problem
        self.setObjectName("eventFilter")
        self.setClearButtonEnabled(True)
        self.setPlaceholderText(self.tr('Filter:  socket:tcp/1  dir:in  code:<0  "HTTP"'))
        self.setAccessibleName(self.tr("Filter of the event log"))
        self.setToolTip(
            self.tr(
                "Words are searched in the data and in the row.\n"
                "socket:3  socket:tcp/3  dir:in  event:onReceive  code:<0\n"
                "AND  OR  NOT  ( )"
            )
        )
        problem.setProperty("role", "error")
        problem.hide()
        self.textChanged.connect(self._take_text)

    def narrow(self, term: str) -> None:
        """Add a term that must hold too."""
        before = self.text().strip()
        self.setText(f"({before}) {term}" if " OR " in before else f"{before} {term}".strip())

    def _take_text(self, text: str) -> None:
        try:
            query = parse(text, codes=CODES)
        except QueryError as error:
            self._show_error(error)
            return
        self._mark(is_valid=not query.is_everything, is_invalid=False)
        self._problem.hide()
        self.query_changed.emit(None if query.is_everything else query)

    def _show_error(self, error: QueryError) -> None:
        self._mark(is_valid=False, is_invalid=True)
        before, wrong = self.text()[: error.position], self.text()[error.position :]
        place = f"{before[-12:]}▸{wrong[:12]}"
        self._problem.setText(f"{place}   {expected_text(error.expected)}")
        self._problem.show()

    def _mark(self, *, is_valid: bool, is_invalid: bool) -> None:
        self.setProperty("valid", is_valid)
        self.setProperty("invalid", is_invalid)
        self.style().unpolish(self)
        self.style().polish(self)


def expected_text(expected: Expected) -> str:
    """What a wrong filter lacks, in the user's language."""
    return QCoreApplication.translate("EventFilter", str(EXPECTATIONS[expected]))
