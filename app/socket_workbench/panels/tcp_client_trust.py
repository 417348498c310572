"""Whom a TCP client trusts: its CA file, the certificates its user has looked at, and the look."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from socket_workbench.atomic_file import write_atomically
from socket_workbench.chrome.types import QueryType, TlsVersionConstraints
from socket_workbench.net.events import Endpoint
from socket_workbench.net.tls_trust import NOT_PINNED
from socket_workbench.panels import tcp_client_notices as notices
from socket_workbench.panels.certificates import (
    CertificateError,
    CertificateFacts,
    CertificateProblem,
    facts_of_chain,
    facts_of_der,
    facts_of_pem,
    load_reader,
    problems_of,
)
from socket_workbench.panels.messages import Offer
from socket_workbench.panels.tcp_client_socket import TcpClientSocket
from socket_workbench.panels.tcp_client_state import (
    CertificateReport,
    TcpClientShown,
    TcpClientView,
)
from socket_workbench.session.tcp_entries import ClientTlsEntry, TrustedEntry

if TYPE_CHECKING:
    from socket_workbench.chrome.app import ChromeApp
    from socket_workbench.extras.types import SecureOptions
    from socket_workbench.net.tls import TlsDetails
    from socket_workbench.panels.notice import Notice


class TrustError(Exception):
    """Something about certificates went wrong; the notice says what."""

    def __init__(self, notice: "Notice") -> None:
        super().__init__(str(notice.message))
        self.notice = notice


class ClientTrust:
    """One panel's TLS settings, what they mean for a connection, and how its user adds to them."""

    def __init__(self, app: "ChromeApp", view: TcpClientView, shown: TcpClientShown) -> None:
        self._app, self._view, self._shown = app, view, shown
        self._is_looking = False
        self.settings = ClientTlsEntry()
        """As the user set them; whom they trust stands in the state."""

    def load(self, entry: ClientTlsEntry) -> None:
        """Take over what a session kept."""
        self.settings = entry
        self._shown.show(trusted=entry.trusted)

    def settings_changed(self, settings: ClientTlsEntry) -> None:
        """Take new settings over, for the next connection; whom to trust is not taken from them."""
        self.settings = settings

    def distrust(self, entry: TrustedEntry) -> None:
        """Judge this host's certificates as everybody else's again."""
        trusted = self._shown.state.trusted
        self._shown.show(trusted=tuple(one for one in trusted if one != entry))

    def _trust(self, peer: Endpoint, certificate: CertificateFacts) -> None:
        entry = TrustedEntry(
            host=peer.host, port=peer.port, sha256=certificate.sha256, title=certificate.title
        )
        others = (one for one in self._shown.state.trusted if not _is_for(one, peer))
        self._shown.show(trusted=(*others, entry))

    def _pins(self, peer: Endpoint) -> list[str]:
        """Fingerprints of what is trusted for this host and port; nothing else is then."""
        return [one.sha256 for one in self._shown.state.trusted if _is_for(one, peer)]

    async def options(self, peer: Endpoint) -> "SecureOptions | None":
        """How to secure a connection; `None` when it stays plain.

        Raises:
            TrustError: The CA file cannot be used.
        """
        settings = self.settings
        if not settings.is_on:
            return None
        await asyncio.to_thread(load_reader)  # what is agreed on will be looked at
        options: SecureOptions = {"tlsVersion": self._versions()}
        if pins := self._pins(peer):
            options["pinnedSha256"] = ",".join(pins)
        elif settings.ca_file:
            options["extraCa"] = await _ca_text(Path(settings.ca_file))
        return options

    def _versions(self) -> TlsVersionConstraints:
        versions: TlsVersionConstraints = {}
        if self.settings.min_version:
            versions["min"] = self.settings.min_version
        if self.settings.max_version:
            versions["max"] = self.settings.max_version
        return versions

    async def look(
        self, peer: Endpoint, dns: QueryType, tls: "TlsDetails | None", refused: "Notice | None"
    ) -> bool:
        """Let the user see the server's certificate; true when it is trusted from now on.

        Args:
            peer: The server.
            dns: Which of its addresses.
            tls: The open connection's; without one, a connection is made to look at it.
            refused: What is told about it already.

        Raises:
            TrustError: There is none to be seen.
            ApiError: Somebody closed the socket meanwhile.
        """
        if self._is_looking:
            return False
        self._is_looking = True
        try:
            chain = tls.chain if tls is not None else await fetch_chain(self._app, peer, dns)
            report = self._report(peer, chain, refused)
            if tls is not None and not report.is_trusted:
                report = replace(report, problems=(), was_verified=True)
            is_trusted = await self._view.ask_trust(report)
        finally:
            self._is_looking = False
        if is_trusted:
            self._trust(peer, report.chain[0])
        return is_trusted

    async def save(self, certificate: CertificateFacts) -> None:
        """Write a certificate as PEM into a file of the user's choice."""
        path = await self._view.ask_certificate_path(Path("certificate.pem"))
        if path is None:
            return
        try:
            await asyncio.to_thread(write_atomically, path, certificate.pem.encode())
        except OSError as error:
            self._shown.show(notice=notices.certificate_not_saved(path, error))
        else:
            self._shown.show(notice=notices.certificate_saved(path))

    def _report(
        self, peer: Endpoint, chain: Sequence[bytes], refused: "Notice | None"
    ) -> CertificateReport:
        is_about_it = refused is not None and refused.offer is Offer.SHOW_CERTIFICATE
        code, cause = (refused.code or 0, refused.cause) if refused and is_about_it else (0, "")
        try:
            facts = facts_of_chain(chain)
        except CertificateError as error:
            raise TrustError(notices.certificate_unreadable(peer, str(error))) from error
        problems = problems_of(facts[0], peer.host, datetime.now(UTC), code)
        if cause == NOT_PINNED:
            others = (one for one in problems if one is not CertificateProblem.UNKNOWN_ISSUER)
            problems = (CertificateProblem.NOT_THE_TRUSTED_ONE, *others)
        is_trusted = facts[0].sha256 in self._pins(peer)
        return CertificateReport(peer=peer, chain=facts, problems=problems, is_trusted=is_trusted)


async def fetch_chain(app: "ChromeApp", peer: Endpoint, dns: QueryType) -> list[bytes]:
    """Connect once more, just to look at the certificate, whoever issued it.

    OpenSSL forgets a certificate that it has refused, so that the first attempt cannot tell.

    Raises:
        TrustError: The server cannot be reached, or speaks no TLS.
        ApiError: Somebody closed the socket meanwhile.
    """
    await asyncio.to_thread(load_reader)
    socket = TcpClientSocket(app, title="")
    socket.options = replace(socket.options, name=f"certificate of {peer.host}")
    try:
        code = await socket.connect(peer, dns)
        if code >= 0:
            code = await socket.secure({"anyCertificate": True})
        chain = await socket.chain() if code >= 0 else []
        cause = socket.cause
    finally:
        await socket.close()
    if not chain:
        raise TrustError(notices.certificate_unseen(peer, code, cause))
    return chain


async def _ca_text(path: Path) -> str:
    """Certificates of a file in PEM; DER is translated."""
    try:
        data = await asyncio.to_thread(path.read_bytes)
    except OSError as error:
        raise TrustError(notices.ca_file_unreadable(path, error)) from error
    try:
        if b"-----BEGIN" not in data:
            return facts_of_der(data).pem
        return "".join(one.pem for one in facts_of_pem(data.decode("utf-8", "replace")))
    except CertificateError as error:
        raise TrustError(notices.ca_file_wrong(path)) from error


def _is_for(entry: TrustedEntry, peer: Endpoint) -> bool:
    return (entry.host.lower(), entry.port) == (peer.host.lower(), peer.port)
