"""Handshakes that OpenSSL and Chromium see differently, with Chromium's verdict."""

import asyncio
import datetime as dt
import ipaddress
import ssl
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from socket_workbench.net import tls_chromium
from socket_workbench.net.errors import ResultCode, SocketError
from socket_workbench.net.tls import TlsStream, secure_client, secure_server
from socket_workbench.net.tls_chromium import CERTIFICATE_WANTED
from socket_workbench.net.tls_trust import TlsOptions
from support.streams import plain_pair

NOW = dt.datetime.now(dt.UTC)
DAY = dt.timedelta(days=1)
CA_KEY = ec.generate_private_key(ec.SECP256R1())
CA_NAME = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "An authority")])
BITS = [
    *("digital_signature", "content_commitment", "key_encipherment", "data_encipherment"),
    *("key_agreement", "key_cert_sign", "crl_sign", "encipher_only", "decipher_only"),
]


def usage(*bits: str) -> x509.KeyUsage:
    return x509.KeyUsage(**{bit: bit in bits for bit in BITS})


def issue(
    key: Any,
    *extensions: tuple[x509.ExtensionType, bool],
    subject: x509.Name = CA_NAME,
    ends: dt.datetime = NOW + DAY,
    digest: hashes.SHA224 | None = None,
    issuer: tuple[x509.Name, Any] = (CA_NAME, CA_KEY),
) -> x509.Certificate:
    builder = x509.CertificateBuilder(
        issuer[0], subject, key.public_key(), x509.random_serial_number(), NOW - 9 * DAY, ends
    )
    for extension, is_critical in extensions:
        builder = builder.add_extension(extension, is_critical)
    return builder.sign(issuer[1], digest or hashes.SHA256())


AUTHORITY = issue(CA_KEY, (x509.BasicConstraints(ca=True, path_length=None), True))
AUTHORITY_PEM = AUTHORITY.public_bytes(serialization.Encoding.PEM).decode()
AS_CHROMIUM = TlsOptions(extra_ca=AUTHORITY_PEM, as_chromium=True)
LOCALHOST = x509.SubjectAlternativeName(
    [
        x509.DNSName("localhost"),
        x509.DNSName("*.Some.test"),
        x509.IPAddress(ipaddress.ip_address("127.0.0.1")),
    ]
)
SIGNING = usage("digital_signature")


def leaf(
    folder: Path,
    key: Any = None,
    *extensions: tuple[x509.ExtensionType, bool],
    above: x509.Certificate = AUTHORITY,
    **more: Any,
) -> ssl.SSLContext:
    """A server's settings with a certificate of the authority."""
    private = key or ec.generate_private_key(ec.SECP256R1())
    more.setdefault("subject", x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "leaf")]))
    made = issue(private, (LOCALHOST, False), *extensions, **more)
    file = folder / "leaf.pem"
    file.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + private.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + above.public_bytes(serialization.Encoding.PEM)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.load_cert_chain(file)
    return context


async def outcome(
    context: ssl.SSLContext, options: TlsOptions = AS_CHROMIUM, host: str = "localhost"
) -> SocketError | None:
    """How the client's handshake ends."""
    client, server = await plain_pair()
    ends = await asyncio.gather(
        secure_client(client, host, options),
        secure_server(server, context),
        return_exceptions=True,
    )
    for end in ends:
        if isinstance(end, TlsStream):
            end.close()
    return ends[0] if isinstance(ends[0], SocketError) else None


WEB_CLIENT = (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH]), False)
P521, ED25519 = ec.generate_private_key(ec.SECP521R1()), ed25519.Ed25519PrivateKey.generate()
SHORT_RSA = rsa.generate_private_key(65537, 1024)


@pytest.mark.parametrize(
    ("key", "extensions", "more", "code"),
    [
        (None, [], {}, None),
        (None, [(SIGNING, True)], {}, None),
        (SHORT_RSA, [], {}, None),
        (P521, [], {}, ResultCode.SSL_VERSION_OR_CIPHER_MISMATCH),
        (ED25519, [], {}, ResultCode.SSL_VERSION_OR_CIPHER_MISMATCH),
        (None, [(usage("key_encipherment"), True)], {}, ResultCode.SSL_KEY_USAGE_INCOMPATIBLE),
        (None, [(usage("key_cert_sign"), True)], {}, ResultCode.SSL_KEY_USAGE_INCOMPATIBLE),
        (None, [], {"digest": hashes.SHA224()}, ResultCode.CERT_INVALID),
        (None, [], {"subject": x509.Name([])}, ResultCode.CERT_INVALID),
        (None, [WEB_CLIENT], {}, ResultCode.CERT_INVALID),
        (None, [WEB_CLIENT], {"ends": NOW - DAY}, ResultCode.CERT_DATE_INVALID),
        (None, [], {"ends": NOW - DAY}, ResultCode.CERT_DATE_INVALID),
        (None, [], {"ends": NOW - DAY, "digest": hashes.SHA224()}, ResultCode.CERT_INVALID),
        (None, [], {"ends": NOW - DAY, "subject": x509.Name([])}, ResultCode.CERT_INVALID),
    ],
)
async def test_certificates(
    key: Any, extensions: Any, more: Any, code: ResultCode | None, tmp_path: Path
) -> None:
    end = await outcome(leaf(tmp_path, key, *extensions, **more))

    assert (end.code if end else None) is code


@pytest.mark.parametrize(
    ("host", "code"),
    [
        ("localhost", ResultCode.CERT_DATE_INVALID),
        ("a.some.test", ResultCode.CERT_DATE_INVALID),
        ("127.0.0.1", ResultCode.CERT_DATE_INVALID),
        ("some.test", ResultCode.CERT_COMMON_NAME_INVALID),
        ("127.0.0.2", ResultCode.CERT_COMMON_NAME_INVALID),
    ],
)
async def test_faults_with_a_name_come_before_others(
    host: str, code: ResultCode, tmp_path: Path
) -> None:
    end = await outcome(leaf(tmp_path, None, WEB_CLIENT, ends=NOW - DAY), host=host)

    assert end is not None
    assert end.code is code


async def test_short_keys_are_weak(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tls_chromium, "_MIN_RSA_BITS", 1025)  # nothing here makes shorter keys
    for ends in (NOW + DAY, NOW - DAY):
        end = await outcome(leaf(tmp_path, SHORT_RSA, ends=ends))

        assert end is not None
        assert end.code is ResultCode.CERT_WEAK_KEY


async def test_issuers_are_looked_at_as_well(tmp_path: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Between")])
    is_ca = (x509.BasicConstraints(ca=True, path_length=None), True)
    between = issue(key, is_ca, subject=name, digest=hashes.SHA224())
    context = leaf(tmp_path, issuer=(name, key), above=between)

    end = await outcome(context)

    assert end is not None
    assert end.code is ResultCode.CERT_INVALID


async def test_subject_may_be_empty_where_the_names_are_critical(tmp_path: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    context = leaf(tmp_path, key)
    made = issue(key, (LOCALHOST, True), subject=x509.Name([]))
    file = tmp_path / "critical.pem"
    file.write_bytes(
        made.public_bytes(serialization.Encoding.PEM) + (tmp_path / "leaf.pem").read_bytes()
    )
    context.load_cert_chain(file)

    assert await outcome(context) is None


async def test_key_comes_before_name(tmp_path: Path) -> None:
    end = await outcome(leaf(tmp_path, None, (usage("crl_sign"), True)), host="other.test")
    assert end is not None
    assert end.code is ResultCode.SSL_KEY_USAGE_INCOMPATIBLE

    end = await outcome(leaf(tmp_path, SHORT_RSA), host="other.test")
    assert end is not None
    assert end.code is ResultCode.CERT_COMMON_NAME_INVALID


@pytest.mark.parametrize("mode", [ssl.CERT_OPTIONAL, ssl.CERT_REQUIRED])
@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
async def test_who_asks_for_a_certificate_is_refused(
    mode: ssl.VerifyMode, version: ssl.TLSVersion, tmp_path: Path
) -> None:
    context = leaf(tmp_path)
    context.minimum_version = context.maximum_version = version
    context.load_verify_locations(cadata=AUTHORITY_PEM)
    context.verify_mode = mode

    end = await outcome(context)
    assert end is not None
    assert (end.code, end.cause) == (ResultCode.SSL_CLIENT_AUTH_CERT_NEEDED, CERTIFICATE_WANTED)

    end = await outcome(context, host="other.test")
    assert end is not None
    assert end.code is ResultCode.CERT_COMMON_NAME_INVALID


async def test_alert_about_a_certificate_that_nobody_asked_for() -> None:
    client, server = await plain_pair()
    await server.send(memoryview(bytes((21, 3, 3, 0, 2, 2, 116))))

    with pytest.raises(SocketError) as caught:
        await secure_client(client, "localhost", AS_CHROMIUM)
    assert caught.value.code is ResultCode.BAD_SSL_CLIENT_AUTH_CERT
    server.close()


async def test_others_than_chromium_need_no_certificate(tmp_path: Path) -> None:
    context = leaf(tmp_path)
    context.load_verify_locations(cadata=AUTHORITY_PEM)
    context.verify_mode = ssl.CERT_OPTIONAL

    assert await outcome(context, TlsOptions(extra_ca=AUTHORITY_PEM)) is None


@pytest.mark.parametrize(
    ("ciphers", "usages", "code"),
    [
        ("AES128-SHA", ["key_encipherment"], None),
        ("AES256-GCM-SHA384", ["digital_signature"], ResultCode.SSL_KEY_USAGE_INCOMPATIBLE),
        ("ECDHE-RSA-AES256-SHA", ["digital_signature"], None),
        (
            "ECDHE-RSA-AES128-SHA256:DHE",
            ["digital_signature"],
            ResultCode.SSL_VERSION_OR_CIPHER_MISMATCH,
        ),
    ],
)
async def test_ciphers(
    ciphers: str, usages: list[str], code: ResultCode | None, tmp_path: Path
) -> None:
    key = rsa.generate_private_key(65537, 2048)
    context = leaf(tmp_path, key, (usage(*usages), True))
    context.set_ciphers(ciphers)
    context.maximum_version = ssl.TLSVersion.TLSv1_2

    end = await outcome(context)

    assert (end.code if end else None) is code


async def test_nothing_listens_to_records_after_the_handshake(tmp_path: Path) -> None:
    client, server = await plain_pair()
    secured, other = await asyncio.gather(
        secure_client(client, "localhost", AS_CHROMIUM), secure_server(server, leaf(tmp_path))
    )

    assert vars(secured)["_tls"].context._msg_callback is None
    await other.send(memoryview(b"hello"))
    assert await secured.receive(9) == b"hello"
    secured.close()
    other.close()
