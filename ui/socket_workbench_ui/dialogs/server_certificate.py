"""The certificate of a TLS server: made here for tests or read from files, shown, saved."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from socket_workbench.panels.certificates import CertificateProblem, problems_of
from socket_workbench.panels.tcp_server_certificate_choice import CertificateChoice
from socket_workbench.panels.tcp_server_certificates import IdentitySource
from socket_workbench_ui.texts import notice_text
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.certificate_view import CertificateView
from socket_workbench_ui.widgets.fields import named

SIZE_PX = (640, 600)
LONGEST_DAYS = 36_500
DEFAULT_NAMES = "localhost, 127.0.0.1, ::1"
DEFAULT_DAYS = 365
OF_TIME = (CertificateProblem.EXPIRED, CertificateProblem.NOT_YET_VALID)
"""What clients will hold against the certificate; who trusts it is theirs to decide."""


class ServerCertificateDialog(QDialog):
    """Draws a `CertificateChoice`; what is typed is used when it is complete."""

    source_requested = Signal(IdentitySource)
    generate_requested = Signal(list, int)
    """Names, and days that it is valid."""
    save_requested = Signal(Path, bool)
    """Where to, and whether with the key."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("serverCertificateDialog")
        self.setWindowTitle(self.tr("Certificate of the server"))
        self.setModal(False)
        self._looks = looks
        self._choice = CertificateChoice()
        self._names, self._days = QLineEdit(DEFAULT_NAMES), QSpinBox()
        self._generate = QPushButton(self.tr("Generate"))
        self._certificate, self._key, self._password = QLineEdit(), QLineEdit(), QLineEdit()
        self._message, self._view = QLabel(), CertificateView(looks)
        self._save_both = QPushButton(self.tr("Save with key…"))
        self._asking: QFileDialog | None = None
        self._set_up()
        self._lay_out()
        self._connect_widgets()
        self.resize(*SIZE_PX)

    def show_choice(self, choice: CertificateChoice) -> None:
        """Make everything visible agree."""
        self._choice = choice
        source = choice.source
        for field, text in (
            (self._certificate, source.certificate_file),
            (self._key, source.key_file),
            (self._password, source.password),
        ):
            if field.text() != text and not field.hasFocus():
                field.setText(text)
        self._view.setVisible(choice.identity is not None)
        if choice.identity is not None:
            facts, now = choice.identity.facts, datetime.now(UTC)
            problems = problems_of(facts, facts.title, now)
            self._view.show_chain(
                choice.identity.chain, [one for one in problems if one in OF_TIME], now
            )
        self._save_both.setEnabled(choice.identity is not None)
        text, is_error = self._message_of(choice)
        self._message.setText(text)
        self._message.setProperty("role", "error" if is_error else "hint")
        self._message.style().polish(self._message)

    def message(self) -> str:
        """What the dialog says about the choice."""
        return self._message.text()

    def _message_of(self, choice: CertificateChoice) -> tuple[str, bool]:
        if choice.wrong_name:
            text = self.tr("“{names}”: write DNS names or IP addresses, with commas between.")
            return text.format(names=choice.wrong_name), True
        if choice.unsaved:
            return self.tr("Not saved: {reason}").format(reason=choice.unsaved), True
        if choice.saved:
            return self.tr("Saved as {path}").format(path=choice.saved), False
        if choice.notice is not None:
            said = notice_text(choice.notice)
            return f"{said.title}\n{said.detail}", True
        return self._calm_message(choice), False

    def _calm_message(self, choice: CertificateChoice) -> str:
        if choice.identity is None:
            return self.tr("There is no certificate yet: generate one, or choose its file.")
        if choice.source.certificate_file:
            return self.tr("Certificate and key fit together.")
        return self.tr("Generated here, for tests; it is kept in the session with its key.")

    def _set_up(self) -> None:
        self._name_generator()
        self._name_files()
        self._days.setRange(1, LONGEST_DAYS)
        self._days.setValue(DEFAULT_DAYS)
        self._days.setSuffix(self.tr(" days"))
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._generate.setObjectName("generateButton")
        self._generate.setAutoDefault(False)
        self._message.setObjectName("certificateMessage")
        self._message.setWordWrap(True)
        self._save_both.setObjectName("saveIdentityButton")
        self._save_both.setAutoDefault(False)
        self._save_both.setToolTip(self.tr("Save certificate and private key as one PEM file"))

    def _name_generator(self) -> None:
        named(
            self._names,
            "certificateNamesEdit",
            self.tr("Names"),
            self.tr("DNS names and IP addresses that clients connect to, with commas between"),
        )
        named(
            self._days,
            "certificateDaysSpin",
            self.tr("Valid for"),
            self.tr("How long the certificate is valid, from now"),
        )

    def _name_files(self) -> None:
        named(
            self._certificate,
            "certificateFileEdit",
            self.tr("Certificate file"),
            self.tr("PEM, DER or PKCS #12 (.p12, .pfx); a PEM file may hold the key and the chain"),
        )
        named(
            self._key,
            "keyFileEdit",
            self.tr("Key file"),
            self.tr("PEM or DER; empty where the certificate's file holds the key"),
        )
        named(
            self._password,
            "keyPasswordEdit",
            self.tr("Password"),
            self.tr("Of the key or the PKCS #12 file; kept until the panel closes, never saved"),
        )

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self._save_both, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self._generate_group())
        column.addWidget(self._file_group())
        column.addWidget(self._message)
        column.addWidget(self._view, 1)
        column.addStretch(0)
        column.addWidget(buttons)

    def _generate_group(self) -> QWidget:
        group = QGroupBox(self.tr("Generate one for tests"))
        row = QHBoxLayout(group)
        row.addWidget(self._names, 1)
        row.addWidget(self._days)
        row.addWidget(self._generate)
        return group

    def _file_group(self) -> QWidget:
        group = QGroupBox(self.tr("Or use your own"))
        form = QFormLayout(group)
        for label, field, name in (
            (self.tr("Certificate"), self._certificate, "browseCertificateButton"),
            (self.tr("Key"), self._key, "browseKeyButton"),
        ):
            browse = QPushButton(self.tr("Browse…"))
            browse.setObjectName(name)
            browse.setAutoDefault(False)
            row = QHBoxLayout()
            row.addWidget(field, 1)
            row.addWidget(browse)
            form.addRow(label, row)
            browse.clicked.connect(
                self._browse_certificate if field is self._certificate else self._browse_key
            )
        form.addRow(self.tr("Password"), self._password)
        return group

    def _connect_widgets(self) -> None:
        self._generate.clicked.connect(self._ask_generate)
        self._names.returnPressed.connect(self._ask_generate)
        for field in (self._certificate, self._key, self._password):
            field.editingFinished.connect(self._take_files)
        self._view.save_requested.connect(self._save_certificate)
        self._save_both.clicked.connect(self._save_identity)

    def _ask_generate(self) -> None:
        names = [name for part in self._names.text().split(",") if (name := part.strip())]
        for field in (self._certificate, self._key, self._password):
            field.clear()
        self.generate_requested.emit(names, self._days.value())

    def _take_files(self) -> None:
        before = self._choice.source
        certificate = self._certificate.text().strip()
        source = IdentitySource(
            certificate_file=certificate,
            key_file=self._key.text().strip(),
            generated=before.generated,
            password=self._password.text(),
        )
        if source != before:
            self.source_requested.emit(source)

    def _browse_certificate(self) -> None:
        self._browse(self._certificate, self.tr("Choose the certificate"))

    def _browse_key(self) -> None:
        self._browse(self._key, self.tr("Choose the private key"))

    def _browse(self, field: QLineEdit, title: str) -> None:
        dialog = self._file_dialog(title, "openCertificateDialog")
        dialog.setNameFilter(
            self.tr(
                "Certificates and keys (*.pem *.crt *.cer *.der *.key *.p12 *.pfx);;All files (*)"
            )
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(field.setText)
        dialog.fileSelected.connect(self._take_files)
        dialog.open()

    def _save_certificate(self) -> None:
        self._save(with_key=False)

    def _save_identity(self) -> None:
        self._save(with_key=True)

    def _save(self, *, with_key: bool) -> None:
        dialog = self._file_dialog(self.tr("Save as PEM"), "saveCertificateDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pem")
        dialog.selectFile("server.pem" if with_key else "certificate.pem")

        def save(path: str) -> None:
            self.save_requested.emit(Path(path), with_key)

        dialog.fileSelected.connect(save)
        dialog.open()

    def _file_dialog(self, title: str, name: str) -> QFileDialog:
        if self._asking is not None:
            self._asking.deleteLater()
        self._asking = QFileDialog(self, title)
        self._asking.setObjectName(name)
        return self._asking
