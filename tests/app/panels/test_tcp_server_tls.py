"""A TLS server: certificates made and read, clients secured, everything that can be wrong."""

import asyncio
import ssl
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import pkcs12

from socket_workbench.panels.messages import Field, Message
from socket_workbench.panels.tcp_server_certificates import (
    IdentityError,
    IdentitySource,
    ServerIdentity,
    generate_identity,
    load_identity,
)
from support.certificates import MadeCertificate, self_signed
from support.server_panel import ECHO, client_of, server_panel

PASSWORD = "correct horse"


@pytest.fixture(scope="module")
def made() -> MadeCertificate:
    return self_signed("localhost", "127.0.0.1")


def trusting(identity: ServerIdentity) -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.load_verify_locations(cadata=identity.certificate_pem)
    return context


async def test_a_client_that_trusts_the_generated_certificate_talks_over_tls() -> None:
    identity = generate_identity(["localhost", "127.0.0.1"], days=30)
    async with server_panel() as panel:
        panel.controller.responder_changed(ECHO)
        panel.controller.tls_changed(IdentitySource(generated=identity.pem))
        port = await panel.listen()
        assert panel.state.is_tls
        assert panel.state.certificate == identity.facts

        async with client_of(port, ssl=trusting(identity)) as (reader, writer):
            writer.write(b"secret")
            assert await reader.readexactly(6) == b"secret"
            await panel.until(lambda: bool(panel.rows) and panel.rows[0].tls == "TLSv1.3")


async def test_a_client_without_tls_is_told_and_the_server_goes_on() -> None:
    identity = generate_identity(["localhost", "127.0.0.1"], days=30)
    async with server_panel() as panel:
        panel.controller.tls_changed(IdentitySource(generated=identity.pem))
        port = await panel.listen()
        async with client_of(port) as (reader, writer):
            writer.write(b"GET / HTTP/1.1\r\n\r\n")
            await reader.read()
            name = writer.get_extra_info("sockname")
        await panel.until(lambda: panel.notice is not None)

        assert panel.notice is not None
        assert panel.notice.message is Message.HANDSHAKE_FAILED
        assert panel.notice.values["port"] == name[1]
        async with client_of(port, ssl=trusting(identity)):
            await panel.clients(1)


async def test_tls_can_be_switched_while_listening() -> None:
    identity = generate_identity(["127.0.0.1"], days=1)
    async with server_panel() as panel:
        port = await panel.listen()
        panel.controller.tls_changed(IdentitySource(generated=identity.pem))
        await panel.until(lambda: panel.state.is_tls)
        async with client_of(port, ssl=trusting(identity)):
            await panel.clients(1)

        panel.controller.tls_changed(None)
        await panel.until(lambda: not panel.state.is_tls)
        async with client_of(port) as (_, writer):
            await panel.until(lambda: any(not row.tls for row in panel.rows))
            assert writer.get_extra_info("ssl_object") is None


async def test_without_a_certificate_nothing_listens_and_the_field_is_marked() -> None:
    async with server_panel() as panel:
        panel.controller.tls_changed(IdentitySource())

        assert await panel.listen() == 0

        assert panel.notice is not None
        assert panel.notice.message is Message.CERTIFICATE_NOT_CHOSEN
        assert panel.notice.field is Field.CERTIFICATE


async def test_stopping_while_a_handshake_is_under_way_leaves_nothing() -> None:
    identity = generate_identity(["127.0.0.1"], days=1)
    async with server_panel() as panel:
        panel.controller.tls_changed(IdentitySource(generated=identity.pem))
        port = await panel.listen()
        async with client_of(port):
            await asyncio.sleep(0)


def test_a_generated_certificate_says_what_it_is_for() -> None:
    identity = generate_identity(["demo.example", "192.0.2.1", "::1", "bücher.example"], days=10)

    facts = identity.facts
    assert set(facts.names) == {"demo.example", "192.0.2.1", "::1", "xn--bcher-kva.example"}
    assert facts.title == "demo.example"
    assert facts.is_self_signed
    assert (facts.valid_until - facts.valid_from).days == 10
    assert "PRIVATE" not in repr(identity)


@pytest.mark.parametrize("names", [[], ["bad..name"], ["a" * 300]])
def test_what_is_no_name_is_refused(names: list[str]) -> None:
    with pytest.raises(ValueError, match=r".*"):
        generate_identity(names, days=1)


def test_reads_certificate_and_key_from_two_files(made: MadeCertificate, tmp_path: Path) -> None:
    certificate, key = made.write(tmp_path)

    identity = load_identity(IdentitySource(certificate_file=str(certificate), key_file=str(key)))

    assert identity.facts.names == ("localhost", "127.0.0.1")


def test_reads_both_from_one_file(made: MadeCertificate, tmp_path: Path) -> None:
    (tmp_path / "both.pem").write_text(made.key + made.certificate)

    identity = load_identity(IdentitySource(certificate_file=str(tmp_path / "both.pem")))

    assert identity.certificate_pem == made.certificate


def test_reads_der(made: MadeCertificate, tmp_path: Path) -> None:
    _, key = made.write(tmp_path)
    der = x509.load_pem_x509_certificate(made.certificate.encode()).public_bytes(
        serialization.Encoding.DER
    )
    (tmp_path / "cert.der").write_bytes(der)

    source = IdentitySource(certificate_file=str(tmp_path / "cert.der"), key_file=str(key))

    assert load_identity(source).certificate_pem == made.certificate


def encrypted(made: MadeCertificate, folder: Path) -> IdentitySource:
    certificate, key = made.write(folder)
    private = serialization.load_pem_private_key(made.key.encode(), None)
    key.write_bytes(
        private.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(PASSWORD.encode()),
        )
    )
    return IdentitySource(certificate_file=str(certificate), key_file=str(key))


def packed(made: MadeCertificate, folder: Path) -> IdentitySource:
    path = folder / "server.p12"
    path.write_bytes(
        pkcs12.serialize_key_and_certificates(
            b"server",
            serialization.load_pem_private_key(made.key.encode(), None),  # pyright: ignore[reportArgumentType] - an EC key
            x509.load_pem_x509_certificate(made.certificate.encode()),
            None,
            serialization.BestAvailableEncryption(PASSWORD.encode()),
        )
    )
    return IdentitySource(certificate_file=str(path))


@pytest.mark.parametrize("make", [encrypted, packed])
def test_a_password_opens_the_key(make, made: MadeCertificate, tmp_path: Path) -> None:
    source = make(made, tmp_path)

    for password, message in (
        ("", Message.CERTIFICATE_PASSWORD_MISSING),
        ("wrong", Message.CERTIFICATE_PASSWORD_WRONG),
    ):
        with pytest.raises(IdentityError) as raised:
            load_identity(with_password(source, password))
        assert raised.value.notice.message is message

    assert load_identity(with_password(source, PASSWORD)).certificate_pem == made.certificate


def with_password(source: IdentitySource, password: str) -> IdentitySource:
    return IdentitySource(
        certificate_file=source.certificate_file, key_file=source.key_file, password=password
    )


def test_a_key_of_another_certificate_is_told(made: MadeCertificate, tmp_path: Path) -> None:
    certificate, _ = made.write(tmp_path)
    _, key = self_signed("other").write(tmp_path, "other")

    with pytest.raises(IdentityError) as raised:
        load_identity(IdentitySource(certificate_file=str(certificate), key_file=str(key)))

    assert raised.value.notice.message is Message.KEY_OTHER


@pytest.mark.parametrize(
    ("certificate", "key", "message"),
    [
        ("none.pem", "", Message.CERTIFICATE_UNREADABLE),
        ("text.txt", "", Message.CERTIFICATE_MISSING),
        ("cert.pem", "", Message.KEY_MISSING),
        ("cert.pem", "text.txt", Message.KEY_MISSING),
        ("cert.key", "", Message.CERTIFICATE_MISSING),
    ],
)
def test_what_a_file_lacks_is_told(
    certificate: str, key: str, message: Message, made: MadeCertificate, tmp_path: Path
) -> None:
    made.write(tmp_path)
    (tmp_path / "text.txt").write_text("hello")
    key_file = str(tmp_path / key) if key else ""

    with pytest.raises(IdentityError) as raised:
        load_identity(
            IdentitySource(certificate_file=str(tmp_path / certificate), key_file=key_file)
        )

    assert raised.value.notice.message is message
    assert raised.value.notice.field is Field.CERTIFICATE
