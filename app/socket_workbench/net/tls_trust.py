"""Whom a TLS client trusts, and how its failures become net error codes."""

import hashlib
import os
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from socket_workbench.net import tls_chromium
from socket_workbench.net.addresses import parse_literal
from socket_workbench.net.errors import ResultCode, SocketError
from socket_workbench.net.events import Cause
from socket_workbench.net.host_names import canonical_name

NOT_PINNED: Final = "TLS: not a pinned certificate"
"""The cause where another certificate came than the pinned ones."""
_LOWEST: Final = {"tls1.3": ssl.TLSVersion.TLSv1_3}
_HIGHEST: Final = {"tls1.2": ssl.TLSVersion.TLSv1_2}


@dataclass(frozen=True, slots=True, kw_only=True)
class TlsOptions:
    """What the caller of a TLS client asks for."""

    lowest: str = ""
    """`tls1.2` or `tls1.3`; anything else is the default, 1.2."""
    highest: str = ""
    """`tls1.2` or `tls1.3`; anything else is the default, 1.3."""
    extra_ca: str = ""
    """Certificates in PEM to trust beside the system's."""
    host: str = ""
    """Name that the certificate must be for; empty: the one that was connected to."""
    pinned_sha256: str = ""
    """Digests in hexadecimal, separated by commas, of the only certificates to accept."""
    takes_any: bool = False
    """Accept every certificate: to look at it, not to talk."""
    as_chromium: bool = False
    """Offer and refuse what Chromium does, where OpenSSL knows no difference."""


def client_context(options: TlsOptions) -> ssl.SSLContext:
    """Make the settings of a TLS client.

    Raises:
        SocketError: The lowest version is above the highest, or `extra_ca` is no certificate.
    """
    lowest = _LOWEST.get(options.lowest, ssl.TLSVersion.TLSv1_2)
    highest = _HIGHEST.get(options.highest, ssl.TLSVersion.TLSv1_3)
    if lowest > highest:
        raise SocketError(ResultCode.SSL_PROTOCOL_ERROR, Cause.ARGUMENT)
    if options.pinned_sha256 or options.takes_any:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE  # `check_pin` looks at the certificate itself
        context.minimum_version, context.maximum_version = lowest, highest
        return context
    file = os.environ.get("SSL_CERT_FILE", "")
    try:
        return _trusting_context(
            (lowest, highest), file, _stamp(file), options.extra_ca, as_chromium=options.as_chromium
        )
    except (ssl.SSLError, OSError) as error:
        raise SocketError(ResultCode.CERT_AUTHORITY_INVALID, Cause.TLS) from error


def _stamp(file: str) -> int:
    """Changes with the file, so that a new one is read again."""
    try:
        return Path(file).stat().st_mtime_ns if file else 0
    except OSError:
        return 0


@lru_cache(maxsize=16)
def _trusting_context(
    versions: tuple[ssl.TLSVersion, ssl.TLSVersion],
    file: str,
    stamp: int,
    extra_ca: str,
    *,
    as_chromium: bool,
) -> ssl.SSLContext:
    """Trust the system's store, or `SSL_CERT_FILE` alone where it is set."""
    del stamp  # only to tell one state of the file from another
    if file:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.load_verify_locations(file)
        context.hostname_checks_common_name = False
    else:
        import truststore  # not needed before the first secure connection

        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if extra_ca:
        context.load_verify_locations(cadata=extra_ca)
    context.minimum_version, context.maximum_version = versions
    if as_chromium:
        tls_chromium.adapt(context)
    return context


def server_context(certificate_pem: str, key_pem: str, folder: Path) -> ssl.SSLContext:
    """Make the settings of a TLS server from PEM texts.

    Args:
        certificate_pem: The certificate, then those that issued it.
        key_pem: Its private key, without a password.
        folder: Where both may lie for a moment: OpenSSL reads them from files only.

    Raises:
        SocketError: `CERT_INVALID`: they are none, or do not fit together.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    chain = folder / "chain.pem"
    chain.touch(mode=0o600)
    chain.write_text(f"{certificate_pem}\n{key_pem}\n", encoding="ascii", errors="replace")
    try:
        context.load_cert_chain(chain)
    except (ssl.SSLError, OSError) as error:
        raise SocketError(ResultCode.CERT_INVALID, Cause.TLS) from error
    finally:
        chain.unlink()
    return context


NOBODY: Final = "impossible.invalid"
"""Stands for a host that can have no certificate, where OpenSSL wants a possible name."""


def server_name(host: str) -> str:
    """Host as certificates have it: `127.1` is `127.0.0.1`, names are lower case."""
    name = canonical_name(host)
    return parse_literal(name or host) or name.removesuffix(".") or NOBODY


def check_pin(options: TlsOptions, certificate: bytes | None) -> None:
    """Compare the peer's certificate with the pinned ones, if any are pinned.

    Raises:
        SocketError: `CERT_AUTHORITY_INVALID`: it is another.
    """
    pinned = [pin.strip().replace(":", "").lower() for pin in options.pinned_sha256.split(",")]
    if any(pinned) and hashlib.sha256(certificate or b"").hexdigest() not in pinned:
        raise SocketError(ResultCode.CERT_AUTHORITY_INVALID, NOT_PINNED)


_VERIFY_CODES: Final[Mapping[int, ResultCode]] = {
    2: ResultCode.CERT_AUTHORITY_INVALID,  # unable to get issuer certificate
    7: ResultCode.CERT_AUTHORITY_INVALID,  # the issuer has not signed this
    9: ResultCode.CERT_DATE_INVALID,  # not yet valid
    10: ResultCode.CERT_DATE_INVALID,  # has expired
    18: ResultCode.CERT_AUTHORITY_INVALID,  # self-signed
    19: ResultCode.CERT_AUTHORITY_INVALID,  # self-signed certificate in chain
    20: ResultCode.CERT_AUTHORITY_INVALID,  # unable to get local issuer certificate
    21: ResultCode.CERT_AUTHORITY_INVALID,  # unable to verify the first certificate
    23: ResultCode.CERT_REVOKED,
    27: ResultCode.CERT_AUTHORITY_INVALID,  # not trusted
    62: ResultCode.CERT_COMMON_NAME_INVALID,  # host name mismatch
    64: ResultCode.CERT_COMMON_NAME_INVALID,  # IP address mismatch
    66: ResultCode.CERT_WEAK_KEY,
    67: ResultCode.CERT_WEAK_KEY,
    68: ResultCode.CERT_WEAK_SIGNATURE_ALGORITHM,
}
"""From X509_V_ERR_* of openssl/x509_vfy.h; others are `CERT_INVALID`."""

_ALERTS: Final[Mapping[str, ResultCode]] = {
    "BAD_RECORD_MAC": ResultCode.SSL_BAD_RECORD_MAC_ALERT,
    "DECOMPRESSION_FAILURE": ResultCode.SSL_DECOMPRESSION_FAILURE_ALERT,
    "HANDSHAKE_FAILURE": ResultCode.SSL_VERSION_OR_CIPHER_MISMATCH,
    "BAD_CERTIFICATE": ResultCode.BAD_SSL_CLIENT_AUTH_CERT,
    "UNSUPPORTED_CERTIFICATE": ResultCode.BAD_SSL_CLIENT_AUTH_CERT,
    "CERTIFICATE_REVOKED": ResultCode.BAD_SSL_CLIENT_AUTH_CERT,
    "CERTIFICATE_EXPIRED": ResultCode.BAD_SSL_CLIENT_AUTH_CERT,
    "CERTIFICATE_UNKNOWN": ResultCode.BAD_SSL_CLIENT_AUTH_CERT,
    "UNKNOWN_CA": ResultCode.BAD_SSL_CLIENT_AUTH_CERT,
    "DECRYPT_ERROR": ResultCode.SSL_DECRYPT_ERROR_ALERT,
    "PROTOCOL_VERSION": ResultCode.SSL_VERSION_OR_CIPHER_MISMATCH,
    "INSUFFICIENT_SECURITY": ResultCode.SSL_VERSION_OR_CIPHER_MISMATCH,
    "CERTIFICATE_REQUIRED": ResultCode.SSL_CLIENT_AUTH_CERT_NEEDED,
}
"""By what follows `_ALERT_` in OpenSSL's reason; what stands before it depends on its version."""

_REASONS: Final[Mapping[str, ResultCode]] = {
    "UNSUPPORTED_PROTOCOL": ResultCode.SSL_VERSION_OR_CIPHER_MISMATCH,
    "NO_SHARED_CIPHER": ResultCode.SSL_VERSION_OR_CIPHER_MISMATCH,
    "TLSV1_UNRECOGNIZED_NAME": ResultCode.SSL_UNRECOGNIZED_NAME_ALERT,
}
"""OpenSSL's other reasons with a code of their own; the rest are `SSL_PROTOCOL_ERROR`."""


def tls_error(error: ssl.SSLError) -> SocketError:
    """Translate what OpenSSL said; the cause is its reason in OpenSSL's words."""
    if isinstance(error, ssl.SSLCertVerificationError):
        code = _VERIFY_CODES.get(error.verify_code, ResultCode.CERT_INVALID)
        return SocketError(code, f"TLS: {error.verify_message}")
    reason = error.reason or ""
    _, _, alert = reason.partition("_ALERT_")
    code = _ALERTS.get(alert) or _REASONS.get(reason, ResultCode.SSL_PROTOCOL_ERROR)
    return SocketError(code, f"TLS: {reason}" if reason else Cause.TLS)
