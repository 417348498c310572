"""Certificates that no authority would issue: expired, self-signed, with keys of all kinds."""

import datetime as dt
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.x509.oid import NameOID

DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class MadeCertificate:
    """PEM texts."""

    certificate: str
    key: str

    def write(self, folder: Path, name: str = "cert") -> tuple[Path, Path]:
        """Put both into files; gives their paths."""
        files = folder / f"{name}.pem", folder / f"{name}.key"
        files[0].write_text(self.certificate, encoding="ascii")
        files[1].write_text(self.key, encoding="ascii")
        return files


def trust_a_stranger(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make an authority that nobody knows the only one in the system's store."""
    stranger = folder / "stranger.pem"
    trustme.CA(key_type=trustme.KeyType.ECDSA).cert_pem.write_to_path(stranger)
    monkeypatch.setenv("SSL_CERT_FILE", str(stranger))


def self_signed(
    *names: str, ends: dt.datetime | None = None, key: str = "EC", common_name: str = "Self made"
) -> MadeCertificate:
    """Make a certificate that nobody but itself signed, valid for 30 days from yesterday."""
    now = dt.datetime.now(dt.UTC)
    until = ends or now + 30 * DAY
    private = private_key(key)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(min(now, until) - DAY)
        .not_valid_after(until)
        .add_extension(x509.SubjectAlternativeName([general_name(one) for one in names]), False)
    )
    digest = None if key == "Ed25519" else hashes.SHA256()
    made = builder.sign(private, digest)
    return MadeCertificate(
        made.public_bytes(serialization.Encoding.PEM).decode(),
        private.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ).decode(),
    )


def private_key(kind: str) -> Any:
    if kind == "RSA":
        return rsa.generate_private_key(65537, 2048)
    if kind == "Ed25519":
        return ed25519.Ed25519PrivateKey.generate()
    return ec.generate_private_key(ec.SECP256R1())


def general_name(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(name))
    except ValueError:
        return x509.DNSName(name)
