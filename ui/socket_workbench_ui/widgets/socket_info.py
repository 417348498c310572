"""The region `socketInfo`: what getInfo says of the selected socket, live, and what passed."""

import json
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Protocol

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from socket_workbench.capture.records import Totals
from socket_workbench.chrome.live import LiveSocket
from socket_workbench.net.tls import TlsDetails
from socket_workbench.panels.rates import RateMeter
from socket_workbench_ui.numbers import grouped, size_text
from socket_workbench_ui.theme import Looks

REFRESH_S = 0.25
"""Totals are drawn this often at most; more could not be read."""
BYTES_IN_LINE = 8
"""Of a fingerprint, so that the narrow region need not scroll sideways."""
CONTEXT = "SocketInfo"
COMMON = ("socketId", "name", "persistent", "paused")
LOCAL, PEER = ("localAddress", "localPort"), ("peerAddress", "peerPort")
FIELDS: Mapping[str, tuple[str, ...]] = {
    "sockets.tcp": (
        "socketId",
        "name",
        "connected",
        "paused",
        "persistent",
        "bufferSize",
        *LOCAL,
        *PEER,
    ),
    "sockets.tcpServer": (*COMMON, *LOCAL),
    "sockets.udp": (*COMMON, "bufferSize", *LOCAL),
    "socket": ("socketType", "connected", *LOCAL, *PEER),
}
"""Every member that the API documents, in the order in which they are shown."""
TIPS = {
    "socketId": QT_TRANSLATE_NOOP("SocketInfo", "The number that calls and events know it by"),
    "name": QT_TRANSLATE_NOOP("SocketInfo", "Given by create or update, for your own use"),
    "connected": QT_TRANSLATE_NOOP("SocketInfo", "Whether there is a connection"),
    "paused": QT_TRANSLATE_NOOP("SocketInfo", "While true nothing is received"),
    "persistent": QT_TRANSLATE_NOOP("SocketInfo", "Stays open when the app is suspended"),
    "bufferSize": QT_TRANSLATE_NOOP(
        "SocketInfo", "The most bytes that one onReceive brings; 4096 when absent"
    ),
    "localAddress": QT_TRANSLATE_NOOP("SocketInfo", "Our own address"),
    "localPort": QT_TRANSLATE_NOOP("SocketInfo", "Our own port"),
    "peerAddress": QT_TRANSLATE_NOOP("SocketInfo", "The far side's address"),
    "peerPort": QT_TRANSLATE_NOOP("SocketInfo", "The far side's port"),
    "socketType": QT_TRANSLATE_NOOP("SocketInfo", "tcp or udp"),
}
TOTALS = {
    "received": QT_TRANSLATE_NOOP("SocketInfo", "received"),
    "sent": QT_TRANSLATE_NOOP("SocketInfo", "sent"),
    "cause": QT_TRANSLATE_NOOP("SocketInfo", "last failure"),
}
"""What the workbench knows beyond the API of every socket."""
TLS = {
    "tlsVersion": QT_TRANSLATE_NOOP("SocketInfo", "TLS version"),
    "tlsCipher": QT_TRANSLATE_NOOP("SocketInfo", "TLS cipher"),
    "tlsCertificate": QT_TRANSLATE_NOOP("SocketInfo", "certificate"),
}
"""The same of secured connections."""
GROUPS = {"groups": QT_TRANSLATE_NOOP("SocketInfo", "joined groups")}
"""The same of datagram sockets."""
HEADINGS = {**TOTALS, **TLS, **GROUPS}
SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class SocketFinder(Protocol):
    """The part of `ChromeApp` that tells of one socket."""

    @property
    def revision(self) -> int:
        """Grows whenever the state of any live socket changed."""
        ...

    def live_of(self, key: int) -> LiveSocket | None:
        """The living socket of this key; `None` when there is none."""
        ...


class SocketInfo(QWidget):
    """Draws one socket; what is absent is shown as absent."""

    def __init__(
        self,
        looks: Looks,
        sockets: SocketFinder,
        totals_of: Callable[[int], Totals],
        *,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.setObjectName("socketInfo")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._looks, self._sockets, self._totals_of, self._now_s = looks, sockets, totals_of, now_s
        self._key: int | None = None
        self._live: LiveSocket | None = None
        self._meter, self._drawn_s, self._seen_revision = RateMeter(), 0.0, -1
        self._rows: tuple[str, ...] = ()
        self._values: dict[str, QLabel] = {}
        self._heading, self._copy = QLabel(), QPushButton(self.tr("Copy JSON"))
        self._area, self._hint = QScrollArea(), QLabel(self.tr("Select a socket to see it here."))
        self._set_up()
        self.show_socket(None)

    def show_socket(self, key: int | None) -> None:
        """Show the socket of this key; `None`, or one that is gone, empties the view."""
        self._key, self._meter = key, RateMeter()
        self._follow()
        self._draw_totals()

    def tick(self) -> None:
        """Follow the socket if anything changed; cheap, called once per frame."""
        if not self.isVisible():
            return
        if self._sockets.revision != self._seen_revision:
            self._follow()
        if self._now_s() - self._drawn_s >= REFRESH_S:
            self._draw_totals()

    def json_text(self) -> str:
        """Exactly what getInfo returns; empty while no socket is shown."""
        return "" if self._live is None else json.dumps(dict(self._live.info), indent=2)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.tick()

    def _set_up(self) -> None:
        self._heading.setProperty("role", "heading")
        self._copy.setObjectName("copyJsonButton")
        self._copy.setToolTip(self.tr("Copy what getInfo returns for this socket"))
        self._copy.clicked.connect(self._copy_json)
        self._hint.setProperty("role", "hint")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._hint.setWordWrap(True)
        self._area.setWidgetResizable(True)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.addLayout(top)
        column.addWidget(self._hint)
        column.addWidget(self._area, 1)

    def _follow(self) -> None:
        self._seen_revision = self._sockets.revision
        live = None if self._key is None else self._sockets.live_of(self._key)
        before, self._live = self._live, live
        for widget in (self._area, self._copy, self._heading):
            widget.setVisible(live is not None)
        self._hint.setVisible(live is None)
        if live is None:
            return
        if self._rows_of(live) != self._rows:
            self._build_rows(live)
            before = None
        self._heading.setText(f"{live.identity.label} · {live.identity.namespace}")
        for name in self._names(live):
            self._show_value(name, live.info.get(name))
        for name in GROUPS:
            self._show_value(name, "\n".join(live.groups) or None)
        if live.tls is not None and (before is None or before.tls != live.tls):
            self._show_tls(live.tls)

    def _build_rows(self, live: LiveSocket) -> None:
        self._values.clear()
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        self._rows = self._rows_of(live)
        for name in self._rows:
            row = grid.rowCount()
            grid.addWidget(self._name_label(name), row, 0)
            grid.addWidget(self._value_label(name), row, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        self._area.setWidget(content)
        content.setAutoFillBackground(False)
        self._draw_totals()

    def _rows_of(self, live: LiveSocket) -> tuple[str, ...]:
        return (*self._names(live), *_beyond(live), *TOTALS)

    @staticmethod
    def _names(live: LiveSocket) -> tuple[str, ...]:
        """What the API documents, and what else getInfo may give one day."""
        documented = FIELDS[live.identity.namespace]
        return (*documented, *(name for name in live.info if name not in documented))

    def _name_label(self, name: str) -> QLabel:
        label = QLabel(_heading(name))
        label.setProperty("role", "hint")
        if name in TIPS:
            label.setToolTip(QCoreApplication.translate(CONTEXT, str(TIPS[name])))
        return label

    def _value_label(self, name: str) -> QLabel:
        value = QLabel()
        value.setObjectName(f"{name}Value")
        value.setAccessibleName(_heading(name))
        value.setFont(self._looks.mono)
        value.setTextFormat(Qt.TextFormat.PlainText)
        value.setTextInteractionFlags(SELECTABLE)
        value.setWordWrap(name in TLS)
        self._values[name] = value
        return value

    def _show_value(self, name: str, value: Any) -> None:
        is_absent = value is None
        label = self._values.get(name)
        if label is None:
            return
        label.setText(self.tr("absent") if is_absent else _value_text(value))
        role = "hint" if is_absent else ""
        if label.property("role") != role:
            label.setProperty("role", role)
            label.style().polish(label)

    def _show_tls(self, tls: TlsDetails) -> None:
        self._show_value("tlsVersion", tls.version)
        self._show_value("tlsCipher", tls.cipher)
        self._show_value("tlsCertificate", self._certificate_text(tls.certificate))

    def _certificate_text(self, certificate: bytes) -> str:
        if not certificate:
            return self.tr("none")  # clients seldom have one
        # Start-up goes without.
        from socket_workbench.panels.certificates import (
            CertificateError,
            facts_of_der,
            fingerprint_text,
        )
        from socket_workbench_ui.widgets.certificate_texts import moment_text, time_left_text
        from socket_workbench_ui.widgets.certificate_view import in_lines

        try:
            facts = facts_of_der(certificate)
        except CertificateError:
            return self.tr("cannot be read")
        return "\n".join(
            (
                facts.title,
                *facts.names,
                self.tr("issued by {issuer}").format(issuer=facts.issuer_title),
                self.tr("valid until {end}").format(end=moment_text(facts.valid_until)),
                time_left_text(facts.time_left(datetime.now(UTC))),
                in_lines(fingerprint_text(facts.sha256), BYTES_IN_LINE),
            )
        )

    def _draw_totals(self) -> None:
        self._drawn_s = self._now_s()
        if self._live is None:
            return
        totals = self._totals_of(self._live.key)
        rates = self._meter.take(totals, self._drawn_s)
        self._values["received"].setText(
            self._amount(totals.bytes_in, totals.events_in, rates.bytes_in)
        )
        self._values["sent"].setText(
            self._amount(totals.bytes_out, totals.events_out, rates.bytes_out)
        )
        self._values["cause"].setText(self._live.cause or self.tr("none"))

    def _amount(self, size_bytes: int, events: int, per_s: float) -> str:
        return self.tr("{bytes} bytes · events: {events} · {rate}/s").format(
            bytes=grouped(size_bytes), events=grouped(events), rate=size_text(per_s)
        )

    def _copy_json(self) -> None:
        QGuiApplication.clipboard().setText(self.json_text())


def _beyond(live: LiveSocket) -> tuple[str, ...]:
    """What is shown of this socket that the API has no member for."""
    is_datagram = live.identity.namespace == "sockets.udp" or bool(live.groups)
    return (*(GROUPS if is_datagram else ()), *(TLS if live.tls is not None else ()))


def _value_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _heading(name: str) -> str:
    """The API's own word, or ours in the user's language for what the API does not have."""
    return QCoreApplication.translate(CONTEXT, str(HEADINGS[name])) if name in HEADINGS else name
