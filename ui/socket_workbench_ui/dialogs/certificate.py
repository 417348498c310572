"""A server's certificate, and the question whether to trust it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from socket_workbench.panels.certificates import CertificateFacts
from socket_workbench.panels.tcp_client_state import CertificateReport
from socket_workbench_ui.texts import peer_text
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.certificate_view import CertificateView

WIDTH_PX, HEIGHT_PX = 640, 520


class CertificateDialog(QDialog):
    """Shows a `CertificateReport`; accepted when its user trusts the certificate."""

    save_requested = Signal(CertificateFacts)

    def __init__(self, report: CertificateReport, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("certificateDialog")
        peer = peer_text(report.peer.host, report.peer.port)
        self.setWindowTitle(self.tr("Certificate of {peer}").format(peer=peer))
        self.resize(WIDTH_PX, HEIGHT_PX)
        self._report = report
        self._view = CertificateView(looks)
        self._view.show_chain(report.chain, report.problems)
        self._view.save_requested.connect(self._ask_to_save)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        self._set_up_trust(peer)
        column = QVBoxLayout(self)
        column.addWidget(self._verdict())
        column.addWidget(self._view, 1)
        column.addWidget(self._buttons)

    def _set_up_trust(self, peer: str) -> None:
        trust = self._buttons.addButton(
            self.tr("Trust this one"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        trust.setObjectName("trustButton")
        trust.setAutoDefault(False)
        trust.setToolTip(
            self.tr("Accept this certificate, and no other, for {peer} in this panel").format(
                peer=peer
            )
        )
        # Where nothing speaks against it there is nothing to decide.
        trust.setVisible(not self._report.was_verified and not self._report.is_trusted)
        trust.clicked.connect(self.accept)
        close = self._buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setDefault(True)
        close.setFocus()

    def _verdict(self) -> QLabel:
        label = QLabel()
        label.setObjectName("certificateVerdict")
        label.setProperty("role", "title")
        label.setWordWrap(True)
        if self._report.is_trusted:
            label.setText(self.tr("You trust this certificate for this host and port."))
        elif self._report.problems:
            label.setText(self.tr("This certificate is not trusted:"))
        elif self._report.was_verified:
            label.setText(self.tr("Nothing speaks against this certificate."))
        else:
            label.setText(
                self.tr("It was only looked at: who issued it is checked when you connect.")
            )
        return label

    def _ask_to_save(self) -> None:
        if (shown := self._view.shown) is not None:
            self.save_requested.emit(shown)
