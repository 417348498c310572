"""Where Chromium's TLS client decides otherwise than OpenSSL: ciphers, certificates, keys."""

import datetime
import ssl
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias
from weakref import WeakSet

from socket_workbench.net.addresses import parse_literal
from socket_workbench.net.errors import ResultCode, SocketError

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

CIPHERS: Final = ":".join(
    (
        "ECDHE+AESGCM",
        "ECDHE+CHACHA20",
        "ECDHE-RSA-AES128-SHA",
        "ECDHE-RSA-AES256-SHA",
        "AES128-GCM-SHA256",
        "AES256-GCM-SHA384",
        "AES128-SHA",
        "AES256-SHA",
        "@SECLEVEL=1",  # an RSA key of 1024 bits is long enough for Chromium
    )
)
"""What it offers up to TLS 1.2; the list for TLS 1.3 is OpenSSL's."""
CERTIFICATE_WANTED: Final = "TLS: a client certificate is wanted"
"""The cause where the server asked for one, if only to have asked."""

_HANDSHAKE: Final = 22
_CERTIFICATE_REQUEST: Final = 13
_RSA: Final = "1.2.840.113549.1.1.1"
_LEAF_CURVES: Final = frozenset(("secp256r1", "secp384r1"))
_CURVES: Final = _LEAF_CURVES | {"secp521r1"}
_MIN_RSA_BITS: Final = 1024
_SIGNATURES: Final = frozenset(
    (
        "1.2.840.113549.1.1.10",  # RSASSA-PSS
        "1.2.840.113549.1.1.11",  # RSA with SHA-256, 384, 512
        "1.2.840.113549.1.1.12",
        "1.2.840.113549.1.1.13",
        "1.2.840.10045.4.3.2",  # ECDSA with SHA-256, 384, 512
        "1.2.840.10045.4.3.3",
        "1.2.840.10045.4.3.4",
    )
)
"""How a certificate may be signed."""

_Problem: TypeAlias = tuple[ResultCode, str]
"""A code and a cause, which is empty where it is that of the failure."""

_asked: Final[WeakSet[ssl.SSLObject]] = WeakSet()
"""Whom the server has asked for a certificate."""


def adapt(context: ssl.SSLContext) -> None:
    """Make a client's settings those of Chromium, as far as `verdict` does not come after."""
    context.set_ciphers(CIPHERS)
    # The only way to hear of a request for a certificate; truststore wraps the true context.
    inner: Any = getattr(context, "_ctx", context)
    inner._msg_callback = _note_request


def _note_request(tls: ssl.SSLObject, direction: str, *message: Any) -> None:
    """Called by OpenSSL for each message: its version, kind of content, kind, bytes."""
    _, content, kind, _ = message
    if direction == "read" and content == _HANDSHAKE and kind == _CERTIFICATE_REQUEST:
        _asked.add(tls)


@lru_cache(maxsize=1)
def _silent() -> ssl.SSLContext:
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def verdict(
    tls: ssl.SSLObject, chain: Sequence[bytes], failure: SocketError | None
) -> SocketError | None:
    """What Chromium says at the end of a handshake; `None` when it goes on.

    It never accepts what OpenSSL refused.

    Args:
        tls: One whose context went through `adapt`; it tells nothing more after this.
        chain: What the peer sent, in DER, its own certificate first.
        failure: What OpenSSL says, or the connection.
    """
    tls.context = _silent()  # a callback at every record would cost time
    is_asked = tls in _asked
    found = _judge_certificates(tls, chain, failure) if chain else None
    if found is not None:
        return found
    if is_asked and not _is_about_certificate(failure):
        return SocketError(ResultCode.SSL_CLIENT_AUTH_CERT_NEEDED, CERTIFICATE_WANTED)
    if failure is not None and failure.code is ResultCode.SSL_CLIENT_AUTH_CERT_NEEDED:
        return SocketError(ResultCode.BAD_SSL_CLIENT_AUTH_CERT, failure.cause)  # not asked for it
    return failure


def _is_about_certificate(failure: SocketError | None) -> bool:
    return failure is not None and failure.code <= ResultCode.CERT_COMMON_NAME_INVALID


def _judge_certificates(
    tls: ssl.SSLObject, chain: Sequence[bytes], failure: SocketError | None
) -> SocketError | None:
    """What the certificates make of the failure; `None` when they change nothing."""
    from cryptography import x509  # takes 60 ms to load, and is not needed before

    try:
        leaf, *others = (x509.load_der_x509_certificate(one) for one in chain)
        found = _key_problem(leaf, tls.cipher())
        if found is None:
            known = failure.code if failure is not None and _is_about_certificate(failure) else None
            found = _path_problem(_path(leaf, others), known, tls.server_hostname or "")
    except ValueError:
        return None  # OpenSSL can read it, and its word stands
    if found is None:
        return None
    code, cause = found
    return SocketError(code, failure.cause if failure is not None and not cause else cause)


def _key_problem(leaf: "Certificate", cipher: tuple[str, str, int] | None) -> _Problem | None:
    """Keys that Chromium does not offer to take, and what a key is not meant for."""
    from cryptography import x509

    if not _is_key_of(leaf, _LEAF_CURVES):
        return ResultCode.SSL_VERSION_OR_CIPHER_MISMATCH, "TLS: kind of key not supported"
    try:
        usage = leaf.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return None
    is_encrypting = cipher is not None and cipher[0].startswith("AES")  # the key exchange is RSA's
    if usage.key_encipherment if is_encrypting else usage.digital_signature:
        return None
    return ResultCode.SSL_KEY_USAGE_INCOMPATIBLE, "TLS: key usage of the certificate"


def _is_key_of(certificate: "Certificate", curves: frozenset[str]) -> bool:
    """Whether the key is RSA's, or on one of the curves."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey

    if certificate.public_key_algorithm_oid.dotted_string == _RSA:
        return True
    try:
        key = certificate.public_key()
    except UnsupportedAlgorithm:
        return False
    return isinstance(key, EllipticCurvePublicKey) and key.curve.name in curves


def _path(leaf: "Certificate", others: "Sequence[Certificate]") -> "list[Certificate]":
    """The leaf and those above it that the peer sent, without what signed itself."""
    path, left = [leaf], [one for one in others if one.subject != one.issuer]
    while above := next((one for one in left if one.subject == path[-1].issuer), None):
        left.remove(above)
        path.append(above)
    return path


def _path_problem(
    path: "Sequence[Certificate]", known: ResultCode | None, host: str
) -> _Problem | None:
    """Which of several faults Chromium reports, where it is not the one that OpenSSL met first.

    Args:
        path: From the leaf upwards.
        known: What OpenSSL says of the certificates, if anything.
        host: Whom the leaf must be for.
    """
    if _is_nameless(path[0]):
        return ResultCode.CERT_INVALID, "TLS: a certificate without a subject"
    if known in {ResultCode.CERT_AUTHORITY_INVALID, ResultCode.CERT_REVOKED}:
        return None
    if known is ResultCode.CERT_WEAK_SIGNATURE_ALGORITHM or not _is_usual(path):
        return ResultCode.CERT_INVALID, "TLS: kind of signature or key not supported"
    if known is ResultCode.CERT_INVALID:
        return _behind_invalid(path, host)
    if known in {None, ResultCode.CERT_DATE_INVALID} and any(map(_is_short, path)):
        return ResultCode.CERT_WEAK_KEY, "TLS: a key below 1024 bits"
    return None


def _is_nameless(leaf: "Certificate") -> bool:
    """Without a subject, and without saying that the other names stand for it."""
    from cryptography import x509

    if leaf.subject.rdns:
        return False
    try:
        names = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName)
    except x509.ExtensionNotFound:
        return True
    return not names.critical


def _is_usual(path: "Sequence[Certificate]") -> bool:
    return all(one.signature_algorithm_oid.dotted_string in _SIGNATURES for one in path) and all(
        _is_key_of(one, _CURVES) for one in path[1:]
    )


def _is_short(certificate: "Certificate") -> bool:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

    key = certificate.public_key()
    return isinstance(key, RSAPublicKey) and key.key_size < _MIN_RSA_BITS


def _behind_invalid(path: "Sequence[Certificate]", host: str) -> _Problem | None:
    """A fault that Chromium has no name for counts only where no other has one."""
    now = datetime.datetime.now(datetime.UTC)
    if all(one.not_valid_before_utc <= now <= one.not_valid_after_utc for one in path):
        return None
    if _is_for(path[0], host):
        return ResultCode.CERT_DATE_INVALID, ""
    return ResultCode.CERT_COMMON_NAME_INVALID, ""


def _is_for(leaf: "Certificate", host: str) -> bool:
    from cryptography import x509

    try:
        names = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return False
    if parse_literal(host) is not None:
        return host in map(str, names.get_values_for_type(x509.IPAddress))
    known = {name.lower() for name in names.get_values_for_type(x509.DNSName)}
    return host in known or f"*.{host.partition('.')[2]}" in known
