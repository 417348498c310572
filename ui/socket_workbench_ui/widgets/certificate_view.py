"""Certificates to look at: what one says, what speaks against it, and the chain it came with."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from socket_workbench.panels.certificates import (
    CertificateFacts,
    CertificateProblem,
    fingerprint_text,
)
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.certificate_texts import key_text, problem_text, validity_text

LONGEST_CHAIN_PX = 84
BYTES_IN_LINE = 16
SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class CertificateView(QWidget):
    """Draws a chain of certificates, one of them in full; who shows it saves it."""

    save_requested = Signal(str)
    """The PEM text of the certificate shown."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("certificateView")
        self._looks = looks
        self._chain: tuple[CertificateFacts, ...] = ()
        self._problems: tuple[CertificateProblem, ...] = ()
        self._now = datetime.now(UTC)
        self._list, self._facts, self._area = QListWidget(), QWidget(), QScrollArea()
        self._advice = QLabel()
        self._copy, self._save = QPushButton(self.tr("Copy PEM")), QPushButton(self.tr("Save…"))
        self._set_up()
        self._lay_out()

    @property
    def shown(self) -> CertificateFacts | None:
        """The certificate that is shown in full; `None` while there is none."""
        row = self._list.currentRow()
        return self._chain[row] if 0 <= row < len(self._chain) else None

    def show_chain(
        self,
        chain: Sequence[CertificateFacts],
        problems: Sequence[CertificateProblem] = (),
        now: datetime | None = None,
    ) -> None:
        """Show certificates, the peer's own first.

        Args:
            chain: As they came; may be one alone.
            problems: What speaks against the first.
            now: For the days left; the present when left out.
        """
        self._chain, self._problems = tuple(chain), tuple(problems)
        self._now = now or datetime.now(UTC)
        self._list.clear()
        self._list.addItems([one.title for one in self._chain])
        self._list.setVisible(len(self._chain) > 1)
        for button in (self._copy, self._save):
            button.setEnabled(bool(self._chain))
        self._list.setCurrentRow(0)

    def rows(self) -> list[tuple[str, str]]:
        """What is shown of the certificate in full: names of the facts and their values."""
        facts = self.shown
        if facts is None:
            return []
        none = self.tr("none")
        return [
            (self.tr("Subject"), facts.subject or none),
            (self.tr("Issuer"), self._issuer_text(facts)),
            (self.tr("Names"), "\n".join(facts.names) or none),
            (self.tr("Valid"), validity_text(facts, self._now)),
            (self.tr("Key"), key_text(facts.key)),
            (self.tr("Signature"), facts.signature),
            (self.tr("Serial number"), facts.serial),
            (self.tr("SHA-256"), in_lines(fingerprint_text(facts.sha256))),
            (self.tr("SHA-1"), in_lines(fingerprint_text(facts.sha1))),
        ]

    def _issuer_text(self, facts: CertificateFacts) -> str:
        if facts.is_self_signed:
            return self.tr("{issuer} (itself)").format(issuer=facts.issuer)
        return facts.issuer or self.tr("none")

    def _set_up(self) -> None:
        self._list.setObjectName("certificateChain")
        self._list.setAccessibleName(self.tr("Certificate chain"))
        self._list.setMaximumHeight(LONGEST_CHAIN_PX)
        self._list.currentRowChanged.connect(self._draw)
        self._advice.setObjectName("certificateAdvice")
        self._advice.setProperty("role", "error")
        self._advice.setWordWrap(True)
        self._advice.setTextFormat(Qt.TextFormat.PlainText)
        self._advice.setTextInteractionFlags(SELECTABLE)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.viewport().setAutoFillBackground(False)
        self._copy.setObjectName("copyPemButton")
        self._copy.setToolTip(self.tr("Copy the certificate as PEM text"))
        self._copy.clicked.connect(self._copy_pem)
        self._save.setObjectName("saveCertificateButton")
        self._save.setToolTip(self.tr("Save the certificate as a PEM file"))
        self._save.clicked.connect(self._ask_to_save)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._copy)
        buttons.addWidget(self._save)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._advice)
        column.addWidget(self._list)
        column.addWidget(self._area, 1)
        column.addLayout(buttons)

    def _draw(self) -> None:
        is_peers_own = self._list.currentRow() == 0
        said = "\n".join(problem_text(one) for one in self._problems) if is_peers_own else ""
        self._advice.setText(said)
        self._advice.setVisible(bool(said))
        self._facts = QWidget()
        form = QFormLayout(self._facts)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for name, value in self.rows():
            form.addRow(_name_label(name), self._value_label(name, value))
        self._area.setWidget(self._facts)
        self._facts.setAutoFillBackground(False)

    def _value_label(self, name: str, value: str) -> QLabel:
        label = QLabel(value)
        label.setAccessibleName(name)
        label.setFont(self._looks.mono)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(SELECTABLE)
        label.setWordWrap(True)
        return label

    def _copy_pem(self) -> None:
        if (facts := self.shown) is not None:
            QGuiApplication.clipboard().setText(facts.pem)

    def _ask_to_save(self) -> None:
        if (facts := self.shown) is not None:
            self.save_requested.emit(facts.pem)


def in_lines(fingerprint: str, bytes_in_line: int = BYTES_IN_LINE) -> str:
    """Break a fingerprint: in one line it would make every dialog too wide."""
    step = bytes_in_line * len("AB:")
    return "\n".join(fingerprint[at : at + step] for at in range(0, len(fingerprint), step))


def _name_label(name: str) -> QLabel:
    label = QLabel(name)
    label.setProperty("role", "hint")
    return label
