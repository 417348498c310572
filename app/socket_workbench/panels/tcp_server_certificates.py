"""The certificate of a TLS server and its key: read from files, or made for tests."""

import asyncio
import errno
import hmac
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from socket_workbench.panels.certificates import CertificateFacts, facts_of_pem
from socket_workbench.panels.messages import Field, Message
from socket_workbench.panels.notice import Notice

if TYPE_CHECKING:
    from cryptography import x509

CLOCK_SKEW: Final = timedelta(hours=1)
"""A client whose clock is slow must not find the certificate not valid yet."""
LARGEST_FILE_BYTES: Final = 1 << 20
_PEM: Final = b"-----BEGIN"
_DER: Final = b"\x30"


class IdentityError(Exception):
    """A certificate or its key cannot be used; the notice says why."""

    def __init__(self, message: Message, *, path: str = "", cause: str = "") -> None:
        super().__init__(message.value)
        values = {"path": path} if path else {}
        self.notice = Notice(message=message, cause=cause, values=values, field=Field.CERTIFICATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentitySource:
    """Where certificate and key are."""

    certificate_file: str = ""
    """PEM, DER or PKCS #12; empty takes `generated`."""
    key_file: str = ""
    """Empty where the certificate's file holds the key."""
    generated: str = ""
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerIdentity:
    """A certificate with its key, known to fit together."""

    certificate_pem: str
    """The certificate, then those that issued it."""
    key_pem: str = field(repr=False)
    """Without a password."""
    chain: tuple[CertificateFacts, ...]
    """What the certificates say, the server's own first."""

    @property
    def facts(self) -> CertificateFacts:
        """What the server's own says."""
        return self.chain[0]

    @property
    def pem(self) -> str:
        """Both in one text."""
        return self.certificate_pem + self.key_pem


def load_identity(source: IdentitySource) -> ServerIdentity:
    """Read certificate and key; takes a while, so call it in a worker thread.

    Raises:
        IdentityError: They cannot be read, or do not fit together.
    """
    if not source.certificate_file:
        if not source.generated:
            raise IdentityError(Message.CERTIFICATE_NOT_CHOSEN)
        return _from_pem(source.generated.encode(), source.generated.encode(), source)
    data = _read(source.certificate_file)
    if _PEM in data:
        key = _read(source.key_file) if source.key_file else data
        return _from_pem(data, key, source)
    if source.key_file:
        return _from_pem(_der_as_pem(data, source), _read(source.key_file), source)
    return _from_pkcs12(data, source)


class ServerTls:
    """The certificate that a server is to use: read when it is needed, kept until another is."""

    def __init__(self) -> None:
        self._source: IdentitySource | None = None
        self._loading = asyncio.Lock()
        self.identity: ServerIdentity | None = None
        """What was read; `None` before."""

    @property
    def is_on(self) -> bool:
        """Whether connections are to be secured."""
        return self._source is not None

    def change(self, source: IdentitySource | None) -> bool:
        """Use this from now on, or nothing; whether that is another than before."""
        if source == self._source:
            return False
        self._source, self.identity = source, None
        return True

    async def load(self) -> ServerIdentity:
        """Read the certificate, unless it has been.

        Raises:
            IdentityError: As `load_identity`.
        """
        async with self._loading:
            while self.identity is None:
                source = self._source or IdentitySource()
                identity = await asyncio.to_thread(load_identity, source)
                if source == (self._source or IdentitySource()):
                    self.identity = identity
            return self.identity


def generate_identity(
    names: Sequence[str], *, days: int, now: datetime | None = None
) -> ServerIdentity:
    """Make a certificate that signs itself, with a new P-256 key.

    Args:
        names: DNS names and IP addresses that it is for; the first is also its common name.
        days: How long it is valid from now; at least 1.
        now: With its time zone; the clock's time when left out.

    Raises:
        ValueError: There are no names, or one is neither a DNS name nor an address.
    """
    from cryptography import x509  # takes 60 ms to load, and is not needed before
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    if not names:
        raise ValueError("no names")
    begin = now or datetime.now(UTC)
    key = ec.generate_private_key(ec.SECP256R1())
    title = _title(names[0])
    made = (
        x509.CertificateBuilder(subject_name=title, issuer_name=title)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin - CLOCK_SKEW)
        .not_valid_after(begin + timedelta(days=days))
        .add_extension(
            x509.SubjectAlternativeName([_general_name(name) for name in names]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    return _identity([made], key, serialization.Encoding.PEM)


def _read(path: str) -> bytes:
    try:
        with Path(path).expanduser().open("rb") as stream:
            return stream.read(LARGEST_FILE_BYTES)
    except OSError as error:
        cause = errno.errorcode.get(error.errno or 0, "")
        raise IdentityError(Message.CERTIFICATE_UNREADABLE, path=path, cause=cause) from error


def _from_pem(certificate: bytes, key: bytes, source: IdentitySource) -> ServerIdentity:
    from cryptography import x509
    from cryptography.hazmat.primitives import serialization

    try:
        chain = x509.load_pem_x509_certificates(certificate)
    except ValueError as error:
        raise IdentityError(Message.CERTIFICATE_MISSING, path=source.certificate_file) from error
    private = _load_key(key, source)
    return _identity(chain, private, serialization.Encoding.PEM)


def _der_as_pem(data: bytes, source: IdentitySource) -> bytes:
    from cryptography import x509
    from cryptography.hazmat.primitives import serialization

    try:
        found = x509.load_der_x509_certificate(data)
    except ValueError as error:
        raise IdentityError(Message.CERTIFICATE_MISSING, path=source.certificate_file) from error
    return found.public_bytes(serialization.Encoding.PEM)


def _load_key(data: bytes, source: IdentitySource) -> Any:
    from cryptography.hazmat.primitives import serialization

    path = source.key_file or source.certificate_file
    is_pem = _PEM in data
    if is_pem and b"PRIVATE KEY" not in data:
        raise IdentityError(Message.KEY_MISSING, path=path)
    read = serialization.load_pem_private_key if is_pem else serialization.load_der_private_key
    try:
        return read(data, None)
    except TypeError:  # it has a password
        pass
    except ValueError as error:
        raise IdentityError(Message.KEY_MISSING, path=path) from error
    if not source.password:
        raise IdentityError(Message.CERTIFICATE_PASSWORD_MISSING, path=path)
    try:
        return read(data, source.password.encode())
    except ValueError as error:
        raise IdentityError(Message.CERTIFICATE_PASSWORD_WRONG, path=path) from error


def _from_pkcs12(data: bytes, source: IdentitySource) -> ServerIdentity:
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.serialization import pkcs12

    path, password = source.certificate_file, source.password.encode() or None
    if not data.startswith(_DER):
        raise IdentityError(Message.CERTIFICATE_MISSING, path=path)
    try:
        key, own, others = pkcs12.load_key_and_certificates(data, password)
    except ValueError as error:
        raise IdentityError(_pkcs12_fault(data, source.password), path=path) from error
    if own is None:
        raise IdentityError(Message.CERTIFICATE_MISSING, path=path)
    if key is None:
        raise IdentityError(Message.KEY_MISSING, path=path)
    return _identity([own, *others], key, serialization.Encoding.PEM)


def _pkcs12_fault(data: bytes, password: str) -> Message:
    from cryptography import x509

    try:
        x509.load_der_x509_certificate(data)
    except ValueError:
        is_given = bool(password)
        return (
            Message.CERTIFICATE_PASSWORD_WRONG if is_given else Message.CERTIFICATE_PASSWORD_MISSING
        )
    return Message.KEY_MISSING  # a certificate alone


def _identity(chain: "Sequence[x509.Certificate]", key: Any, encoding: Any) -> ServerIdentity:
    from cryptography.hazmat.primitives import serialization

    spki = serialization.PublicFormat.SubjectPublicKeyInfo
    der = serialization.Encoding.DER
    wanted = chain[0].public_key().public_bytes(der, spki)
    if not hmac.compare_digest(wanted, key.public_key().public_bytes(der, spki)):
        raise IdentityError(Message.KEY_OTHER)
    certificate_pem = "".join(one.public_bytes(encoding).decode() for one in chain)
    key_bytes: bytes = key.private_bytes(
        encoding, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    facts = facts_of_pem(certificate_pem)
    return ServerIdentity(certificate_pem=certificate_pem, key_pem=key_bytes.decode(), chain=facts)


def _title(name: str) -> "x509.Name":
    from cryptography import x509
    from cryptography.x509.oid import NameOID

    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _general_name(name: str) -> "x509.GeneralName":
    from cryptography import x509

    try:
        return x509.IPAddress(ip_address(name))
    except ValueError:
        return x509.DNSName(name.encode("idna").decode())
