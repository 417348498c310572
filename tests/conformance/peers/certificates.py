"""A test CA, leaves signed by it, and a self-signed certificate, as files in one folder."""

import datetime
import ipaddress
import ssl
from dataclasses import dataclass, field
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

CA_FILE = "ca.pem"
_DONE_FILE = "done"
_ODD_DONE_FILE = "odd.done"
_LOCAL_NAMES: tuple[x509.GeneralName, ...] = (
    x509.DNSName("localhost"),
    x509.IPAddress(ipaddress.ip_address("127.0.0.1")),
    x509.IPAddress(ipaddress.ip_address("::1")),
)
_OTHER_NAMES: tuple[x509.GeneralName, ...] = (x509.DNSName("other.test"),)


@dataclass(frozen=True, slots=True)
class _Identity:
    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey


@dataclass(frozen=True, slots=True)
class _Validity:
    first: datetime.datetime
    last: datetime.datetime


@dataclass(frozen=True, slots=True)
class _KeyKind:
    curve: ec.EllipticCurve = field(default_factory=ec.SECP256R1)
    is_for_signing: bool = True


def make_certificates(folder: Path) -> None:
    """Fill `folder` unless it is filled already.

    `NAME.pem` and `NAME.key` for `self` (self-signed), `good`, `badname` and `expired`
    (all three by the CA), `usage` and `p521` (self-signed, with a key that is not for signing, and
    one on another curve), and the CA's certificate in `ca.pem`.
    """
    now = datetime.datetime.now(datetime.UTC) - datetime.timedelta(hours=1)
    valid = _Validity(now, now + datetime.timedelta(days=60))
    if not (folder / _DONE_FILE).exists():
        _make_usual(folder, valid)
    if not (folder / _ODD_DONE_FILE).exists():
        _make_odd(folder, valid)


def _make_usual(folder: Path, valid: _Validity) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    past = _Validity(
        datetime.datetime(2023, 1, 1, tzinfo=datetime.UTC),
        datetime.datetime(2023, 2, 1, tzinfo=datetime.UTC),
    )
    ca = _authority(valid)
    (folder / CA_FILE).write_bytes(ca.certificate.public_bytes(serialization.Encoding.PEM))
    _write(folder, "self", _leaf("localhost", _LOCAL_NAMES, valid, issuer=None))
    _write(folder, "good", _leaf("good", _LOCAL_NAMES, valid, issuer=ca))
    _write(folder, "badname", _leaf("badname", _OTHER_NAMES, valid, issuer=ca))
    _write(folder, "expired", _leaf("expired", _LOCAL_NAMES, past, issuer=ca))
    (folder / _DONE_FILE).write_text("")


def _make_odd(folder: Path, valid: _Validity) -> None:
    for name, kind in (
        ("usage", _KeyKind(is_for_signing=False)),
        ("p521", _KeyKind(ec.SECP521R1())),
    ):
        _write(folder, name, _leaf(name, _LOCAL_NAMES, valid, issuer=None, kind=kind))
    (folder / _ODD_DONE_FILE).write_text("")


def server_context(
    folder: Path,
    name: str,
    lowest: ssl.TLSVersion = ssl.TLSVersion.TLSv1_2,
    highest: ssl.TLSVersion = ssl.TLSVersion.TLSv1_3,
) -> ssl.SSLContext:
    """A server context that shows the certificate `name`."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / f"{name}.pem", folder / f"{name}.key")
    context.minimum_version = lowest
    context.maximum_version = highest
    return context


def _authority(valid: _Validity) -> _Identity:
    key = ec.generate_private_key(ec.SECP256R1())
    name = _name("Conformance Test CA")
    builder = _builder(name, name, key, valid)
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    builder = builder.add_extension(_key_usage(signs_certificates=True), critical=True)
    return _Identity(builder.sign(key, hashes.SHA256()), key)


def _leaf(
    name: str,
    names: tuple[x509.GeneralName, ...],
    valid: _Validity,
    *,
    issuer: _Identity | None,
    kind: _KeyKind | None = None,
) -> _Identity:
    kind = kind or _KeyKind()
    key = ec.generate_private_key(kind.curve)
    subject = _name(name)
    signed_by = _Identity(issuer.certificate, issuer.key) if issuer else None
    builder = _builder(subject, signed_by.certificate.subject if signed_by else subject, key, valid)
    builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
    builder = builder.add_extension(
        x509.BasicConstraints(ca=False, path_length=None), critical=False
    )
    builder = builder.add_extension(
        _key_usage(signs_certificates=not kind.is_for_signing), critical=False
    )
    builder = builder.add_extension(
        x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False
    )
    return _Identity(builder.sign(signed_by.key if signed_by else key, hashes.SHA256()), key)


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, valid: _Validity
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(valid.first)
        .not_valid_after(valid.last)
    )


def _key_usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )


def _name(common_name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])


def _write(folder: Path, name: str, identity: _Identity) -> None:
    (folder / f"{name}.pem").write_bytes(
        identity.certificate.public_bytes(serialization.Encoding.PEM)
    )
    (folder / f"{name}.key").write_bytes(
        identity.key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
