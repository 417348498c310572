"""How a TCP client secures its connection: versions, CA file, and whom its user trusts."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
)

from socket_workbench.session.fields import TlsVersion
from socket_workbench.session.tcp_entries import ClientTlsEntry, TrustedEntry
from socket_workbench_ui.texts import peer_text
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.fields import hint, together
from socket_workbench_ui.widgets.wrap_layout import WrapLayout

VERSIONS: tuple[TlsVersion, ...] = ("", "tls1.2", "tls1.3")
FILE_WIDTH_PX = 180
SHORT_FINGERPRINT = 16


class TlsOptions(QWidget):
    """Edits a `ClientTlsEntry`, but for whether TLS is on: that stands beside the address."""

    changed = Signal()
    certificate_wanted = Signal()
    distrust_wanted = Signal(TrustedEntry)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._lowest, self._highest = QComboBox(), QComboBox()
        self._file, self._browse = QLineEdit(), QPushButton(self.tr("CA file…"))
        self._certificate = QPushButton(self.tr("Certificate…"))
        self._trusted_button, self._menu = QPushButton(), QMenu(self)
        self._trusted: tuple[TrustedEntry, ...] = ()
        self._set_up_versions()
        self._set_up_file()
        self._set_up_trust()
        self._lay_out()
        self.show_trusted(())

    def entry(self, *, is_on: bool) -> ClientTlsEntry:
        """What the fields say now, and whom the user trusts."""
        return ClientTlsEntry(
            is_on=is_on,
            min_version=VERSIONS[self._lowest.currentIndex()],
            max_version=VERSIONS[self._highest.currentIndex()],
            ca_file=self._file.text().strip(),
            trusted=self._trusted,
        )

    def show_entry(self, entry: ClientTlsEntry) -> None:
        """Fill the fields in; tells nobody."""
        blockers = [QSignalBlocker(box) for box in (self._lowest, self._highest)]
        self._lowest.setCurrentIndex(VERSIONS.index(entry.min_version))
        self._highest.setCurrentIndex(VERSIONS.index(entry.max_version))
        for blocker in blockers:
            blocker.unblock()
        self._file.setText(entry.ca_file)
        self.show_trusted(entry.trusted)

    def show_trusted(self, trusted: tuple[TrustedEntry, ...]) -> None:
        """Offer these certificates to be trusted no more."""
        self._trusted = trusted
        self._menu.clear()
        for one in trusted:
            peer = peer_text(one.host, one.port)
            text = self.tr("Trust {title} for {peer} no more ({fingerprint}…)").format(
                title=one.title, peer=peer, fingerprint=one.sha256[:SHORT_FINGERPRINT]
            )
            self._menu.addAction(text).triggered.connect(partial(self._distrust, one))
        text = self.tr("Trusted: {count}").format(count=len(trusted))
        self._trusted_button.setText(text)
        self._trusted_button.setVisible(bool(trusted))

    def _distrust(self, entry: TrustedEntry, _checked: bool = False) -> None:
        self.distrust_wanted.emit(entry)

    def _set_up_versions(self) -> None:
        names = (self.tr("default"), "tls1.2", "tls1.3")
        for box, name, accessible, tip in (
            (
                self._lowest,
                "tlsMinCombo",
                self.tr("Lowest TLS version"),
                self.tr("tlsVersion.min: the lowest version to agree to; tls1.2 by default"),
            ),
            (
                self._highest,
                "tlsMaxCombo",
                self.tr("Highest TLS version"),
                self.tr("tlsVersion.max: the highest version to agree to; tls1.3 by default"),
            ),
        ):
            box.setObjectName(name)
            box.setAccessibleName(accessible)
            box.setToolTip(tip)
            box.addItems(names)
            box.currentIndexChanged.connect(self.changed)

    def _set_up_file(self) -> None:
        self._file.setObjectName("caFileEdit")
        self._file.setAccessibleName(self.tr("CA file"))
        self._file.setPlaceholderText(self.tr("the system's authorities only"))
        self._file.setToolTip(
            self.tr("A file of certificates, PEM or DER, to trust besides the system's")
        )
        self._file.setMinimumWidth(FILE_WIDTH_PX)
        self._file.textChanged.connect(self.changed)
        self._browse.setObjectName("caFileButton")
        self._browse.setToolTip(self.tr("Choose the CA file"))
        self._browse.clicked.connect(self._choose_file)

    def _set_up_trust(self) -> None:
        self._certificate.setObjectName("certificateButton")
        self._certificate.setToolTip(
            self.tr("Look at the server's certificate, and trust it if you know it")
        )
        self._certificate.clicked.connect(self.certificate_wanted)
        self._trusted_button.setObjectName("trustedButton")
        self._trusted_button.setToolTip(
            self.tr("Certificates that you trust here, each for one host and port")
        )
        self._trusted_button.setMenu(self._menu)

    def _lay_out(self) -> None:
        row = WrapLayout(self)
        row.addWidget(together(hint(self.tr("TLS from"), self._lowest), self._lowest))
        row.addWidget(together(hint(self.tr("to"), self._highest), self._highest))
        row.addWidget(together(self._file, self._browse))
        row.addWidget(self._certificate)
        row.addWidget(self._trusted_button)

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("CA file"), self._file.text())
        dialog.setObjectName("caFileDialog")
        # The systems' own dialogs run an event loop of their own, in which sockets would starve.
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Certificates (*.pem *.crt *.cer *.der)"), self.tr("All files (*)")]
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._file.setText)
        dialog.open()
