"""What a certificate says, read for people: from DER or PEM to plain values.

Reading is all that happens here; whether a connection trusts it is decided by `net.tls_trust`.
"""

import hashlib
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from importlib import import_module
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, Final

from socket_workbench.net.errors import ResultCode

if TYPE_CHECKING:
    from cryptography import x509

UNKNOWN_KEY: Final = ""
_RSA, _ECDSA, _DSA = "1.2.840.113549.1.1.", "1.2.840.10045.4.", "2.16.840.1.101.3.4.3."
_SIGNERS: Final = {_RSA: "RSA", _ECDSA: "ECDSA", _DSA: "DSA"}
_WHOLE_SIGNATURES: Final = {"1.3.101.112": "Ed25519", "1.3.101.113": "Ed448"}


class CertificateError(ValueError):
    """The bytes or the text are no certificate."""


class CertificateProblem(StrEnum):
    """Why a certificate is refused, or would be."""

    EXPIRED = "expired"
    NOT_YET_VALID = "notYetValid"
    OTHER_NAME = "otherName"
    SELF_SIGNED = "selfSigned"
    UNKNOWN_ISSUER = "unknownIssuer"
    NOT_THE_TRUSTED_ONE = "notTheTrustedOne"
    """Another one than the user trusts for this host and port."""
    WEAK_KEY = "weakKey"
    WEAK_SIGNATURE = "weakSignature"
    REVOKED = "revoked"
    INVALID = "invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFacts:
    """The public key of a certificate."""

    kind: str = UNKNOWN_KEY
    """`RSA`, `EC`, `Ed25519`; empty for a kind that cannot be read."""
    bits: int = 0
    """0 where a size says nothing about the kind."""
    curve: str = ""
    """`secp256r1`; empty where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateFacts:
    """One certificate; names as RFC 4514 writes them, times in UTC."""

    der: bytes
    subject: str
    issuer: str
    title: str
    """Short name of the subject: its common name, else its first name, else the whole subject."""
    issuer_title: str
    names: tuple[str, ...]
    """DNS names and IP addresses that it is for."""
    valid_from: datetime
    valid_until: datetime
    key: KeyFacts
    signature: str
    """`ECDSA with SHA256`, `Ed25519`; the OID where it is another."""
    serial: str
    """In hexadecimal."""
    is_authority: bool
    """Whether it may sign other certificates."""
    is_self_signed: bool

    @property
    def sha256(self) -> str:
        """Fingerprint in lower-case hexadecimal, without colons."""
        return hashlib.sha256(self.der).hexdigest()

    @property
    def sha1(self) -> str:
        """The old fingerprint, which other programs still show."""
        return hashlib.sha1(self.der, usedforsecurity=False).hexdigest()

    @property
    def pem(self) -> str:
        """The certificate as text."""
        return ssl.DER_cert_to_PEM_cert(self.der)

    def time_left(self, now: datetime) -> timedelta:
        """How long it is still valid; negative when it has expired."""
        return self.valid_until - now

    def is_for(self, host: str) -> bool:
        """Whether `host`, a name or an IP literal, is among its names; `*` is one label."""
        address, wanted = _address(host), host.lower().removesuffix(".")
        if address is not None:
            return any(_address(name) == address for name in self.names)
        return any(_name_fits(name.lower(), wanted) for name in self.names)


def load_reader() -> None:
    """Load what reading needs: a tenth of a second, so meant for a worker thread beforehand."""
    import_module("cryptography.x509")


def facts_of_der(der: bytes) -> CertificateFacts:
    """Read one certificate.

    Raises:
        CertificateError: It is none.
    """
    from cryptography import x509  # slow to load, and not needed before the first look

    try:
        return _facts(x509.load_der_x509_certificate(der), der)
    except ValueError as error:
        raise CertificateError(str(error)) from error


def facts_of_chain(ders: Sequence[bytes]) -> tuple[CertificateFacts, ...]:
    """Read what a peer has sent, its own certificate first.

    Raises:
        CertificateError: One of them is none.
    """
    return tuple(facts_of_der(der) for der in ders)


def facts_of_pem(text: str) -> tuple[CertificateFacts, ...]:
    """Read all certificates of a PEM text, in its order; what else it holds is passed over.

    Raises:
        CertificateError: There is none, or one that cannot be read.
    """
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import Encoding

    try:
        found = x509.load_pem_x509_certificates(text.encode())
        return tuple(_facts(one, one.public_bytes(Encoding.DER)) for one in found)
    except ValueError as error:
        raise CertificateError(str(error)) from error


def problems_of(
    certificate: CertificateFacts, host: str, now: datetime, code: int = 0
) -> tuple[CertificateProblem, ...]:
    """What speaks against a certificate, the gravest first; empty when nothing is known.

    Args:
        certificate: The peer's own.
        host: What was connected to.
        now: With its time zone.
        code: Result code of the attempt that was refused; 0 when there was none.
    """
    found = [
        (CertificateProblem.EXPIRED, now > certificate.valid_until),
        (CertificateProblem.NOT_YET_VALID, now < certificate.valid_from),
        (CertificateProblem.OTHER_NAME, not certificate.is_for(host)),
        (CertificateProblem.SELF_SIGNED, certificate.is_self_signed),
    ]
    problems = [problem for problem, holds in found if holds]
    told = _told_by_code(code, problems)
    return (*problems, told) if told is not None else tuple(problems)


def fingerprint_text(fingerprint: str) -> str:
    """A fingerprint as other programs show it: `AB:CD:...`."""
    pairs = (fingerprint[at : at + 2] for at in range(0, len(fingerprint), 2))
    return ":".join(pairs).upper()


_TOLD: Final = {
    ResultCode.CERT_COMMON_NAME_INVALID: CertificateProblem.OTHER_NAME,
    ResultCode.CERT_AUTHORITY_INVALID: CertificateProblem.UNKNOWN_ISSUER,
    ResultCode.CERT_WEAK_KEY: CertificateProblem.WEAK_KEY,
    ResultCode.CERT_WEAK_SIGNATURE_ALGORITHM: CertificateProblem.WEAK_SIGNATURE,
    ResultCode.CERT_REVOKED: CertificateProblem.REVOKED,
    ResultCode.CERT_INVALID: CertificateProblem.INVALID,
}


def _told_by_code(code: int, found: list[CertificateProblem]) -> CertificateProblem | None:
    """What the code says and the certificate alone does not show."""
    told = next((problem for known, problem in _TOLD.items() if known == code), None)
    if told is CertificateProblem.UNKNOWN_ISSUER and CertificateProblem.SELF_SIGNED in found:
        return None
    return None if told in found else told


def _facts(certificate: "x509.Certificate", der: bytes) -> CertificateFacts:
    subject, issuer = certificate.subject, certificate.issuer
    names = _names(certificate)
    return CertificateFacts(
        der=der,
        subject=subject.rfc4514_string(),
        issuer=issuer.rfc4514_string(),
        title=_common_name(subject) or next(iter(names), "") or _short_name(subject),
        issuer_title=_common_name(issuer) or _short_name(issuer),
        names=names,
        valid_from=certificate.not_valid_before_utc,
        valid_until=certificate.not_valid_after_utc,
        key=_key_facts(certificate),
        signature=_signature(certificate),
        serial=f"{certificate.serial_number:x}",
        is_authority=_is_authority(certificate),
        is_self_signed=_is_self_signed(certificate),
    )


def _common_name(name: "x509.Name") -> str:
    from cryptography.x509.oid import NameOID

    found = name.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(found[0].value) if found else ""


def _short_name(name: "x509.Name") -> str:
    from cryptography.x509.oid import NameOID

    found = name.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)
    return str(found[0].value) if found else name.rfc4514_string()


def _extension(certificate: "x509.Certificate", kind: Any) -> Any:
    """Value of an extension; `None` without one, or where they cannot be read."""
    from cryptography import x509

    try:
        return certificate.extensions.get_extension_for_class(kind).value
    except (x509.ExtensionNotFound, x509.DuplicateExtension, ValueError):
        return None


def _names(certificate: "x509.Certificate") -> tuple[str, ...]:
    from cryptography import x509

    names = _extension(certificate, x509.SubjectAlternativeName)
    if names is None:
        return ()
    addresses = (str(address) for address in names.get_values_for_type(x509.IPAddress))
    return (*names.get_values_for_type(x509.DNSName), *addresses)


def _is_authority(certificate: "x509.Certificate") -> bool:
    from cryptography import x509

    constraints = _extension(certificate, x509.BasicConstraints)
    return constraints is not None and bool(constraints.ca)


def _is_self_signed(certificate: "x509.Certificate") -> bool:
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm

    try:
        certificate.verify_directly_issued_by(certificate)
    except (InvalidSignature, UnsupportedAlgorithm, ValueError, TypeError):
        return False
    return True


def _key_facts(certificate: "x509.Certificate") -> KeyFacts:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed448, ed25519, rsa

    try:
        key = certificate.public_key()
    except (UnsupportedAlgorithm, ValueError):
        return KeyFacts()
    if isinstance(key, ec.EllipticCurvePublicKey):
        return KeyFacts(kind="EC", bits=key.key_size, curve=key.curve.name)
    kinds = (rsa.RSAPublicKey, "RSA"), (dsa.DSAPublicKey, "DSA")
    whole = (ed25519.Ed25519PublicKey, "Ed25519"), (ed448.Ed448PublicKey, "Ed448")
    for kind, name in kinds + whole:
        if isinstance(key, kind):
            return KeyFacts(kind=name, bits=getattr(key, "key_size", 0))
    return KeyFacts()


def _signature(certificate: "x509.Certificate") -> str:
    from cryptography.exceptions import UnsupportedAlgorithm

    oid = certificate.signature_algorithm_oid.dotted_string
    signer = next((name for prefix, name in _SIGNERS.items() if oid.startswith(prefix)), "")
    try:
        digest = certificate.signature_hash_algorithm
    except UnsupportedAlgorithm:
        digest = None
    if not signer or digest is None:
        return _WHOLE_SIGNATURES.get(oid, oid)
    return f"{signer} with {digest.name.upper()}"


def _address(text: str) -> Any:
    try:
        return ip_address(text)
    except ValueError:
        return None


def _name_fits(pattern: str, host: str) -> bool:
    if not pattern.startswith("*."):
        return pattern == host
    label, dot, rest = host.partition(".")
    return bool(label and dot) and rest == pattern[2:]
