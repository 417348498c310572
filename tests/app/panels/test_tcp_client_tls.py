"""TLS from the TCP client panel, against real servers: whom it trusts and what it says if not."""

import datetime as dt
import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import trustme

from socket_workbench.panels.certificates import CertificateProblem, facts_of_pem
from socket_workbench.panels.messages import Message, Offer
from socket_workbench.panels.tcp_client_state import Phase
from socket_workbench.session.tcp_entries import ClientTlsEntry, TrustedEntry
from support.certificates import DAY, self_signed, trust_a_stranger
from support.tcp_client import Client, tcp_client
from support.tls_servers import (
    Serve,
    ServerThread,
    hangs_up,
    plain_echo,
    self_made_context,
    silent,
    tls_echo,
    trusted_context,
)

CA = trustme.CA(key_type=trustme.KeyType.ECDSA)
GOOD = CA.issue_cert("localhost", "127.0.0.1", key_type=trustme.KeyType.ECDSA)
OTHER = CA.issue_cert("other.test", key_type=trustme.KeyType.ECDSA)
ON = ClientTlsEntry(is_on=True)
NOW = dt.datetime.now(dt.UTC)
V12, V13 = ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3


@pytest.fixture(autouse=True)
def trusts_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trust_a_stranger(tmp_path, monkeypatch)


@pytest.fixture
async def client(tmp_path: Path) -> AsyncIterator[Client]:
    async with tcp_client(tmp_path) as made:
        yield made


@pytest.fixture
def ca_file(tmp_path: Path) -> Path:
    file = tmp_path / "ca.pem"
    CA.cert_pem.write_to_path(file)
    return file


def self_made(folder: Path, *names: str, ends: dt.datetime | None = None) -> Serve:
    return tls_echo(self_made_context(self_signed(*names, ends=ends), folder))


async def test_server_of_the_ca_file_is_trusted(client: Client, ca_file: Path) -> None:
    with ServerThread.running(tls_echo(trusted_context(GOOD))) as server:
        client.use_tls(ClientTlsEntry(is_on=True, ca_file=str(ca_file)))

        await client.connect(server.port)

        assert client.view.state.notice is None
        assert client.view.state.tls is not None
        assert client.view.state.tls.version == "TLSv1.3"
        phases = dict.fromkeys(state.phase for state in client.view.states)
        assert list(phases) == [Phase.IDLE, Phase.CONNECTING, Phase.SECURING, Phase.OPEN]


async def test_ca_file_in_der_serves_as_well(client: Client, tmp_path: Path) -> None:
    file = tmp_path / "ca.der"
    file.write_bytes(ssl.PEM_cert_to_DER_cert(CA.cert_pem.bytes().decode()))
    with ServerThread.running(tls_echo(trusted_context(GOOD))) as server:
        client.use_tls(ClientTlsEntry(is_on=True, ca_file=str(file)))

        await client.connect(server.port)


@pytest.mark.parametrize(
    ("content", "message"),
    [(None, Message.CA_FILE_UNREADABLE), (b"nonsense", Message.CA_FILE_WRONG)],
    ids=["missing", "no certificate"],
)
async def test_ca_file_that_cannot_be_used_connects_nothing(
    client: Client, tmp_path: Path, content: bytes | None, message: Message
) -> None:
    file = tmp_path / "bad.pem"
    if content is not None:
        file.write_bytes(content)
    with ServerThread.running(plain_echo) as server:
        client.use_tls(ClientTlsEntry(is_on=True, ca_file=str(file)))

        client.begin(server.port)
        await client.view.until_told(message)

        assert client.view.state.phase is Phase.IDLE
        assert server.accepted == 0


async def test_self_signed_is_refused_then_trusted_then_works(
    client: Client, tmp_path: Path
) -> None:
    with ServerThread.running(self_made(tmp_path, "127.0.0.1")) as server:
        client.use_tls(ON)
        client.begin(server.port)
        await client.view.until_told(Message.PEER_CERTIFICATE_REFUSED)
        notice = client.view.state.notice
        assert notice is not None
        assert (notice.code, notice.offer) == (-202, Offer.SHOW_CERTIFICATE)
        assert notice.cause == "TLS: self-signed certificate"

        client.view.trusts = True
        client.controller.certificate_requested("127.0.0.1", str(server.port), "any")
        report = await client.view.until_asked()
        await client.view.until_phase(Phase.OPEN)

        assert report.problems == (CertificateProblem.SELF_SIGNED,)
        (trusted,) = client.view.state.trusted
        assert (trusted.host, trusted.port) == ("127.0.0.1", server.port)
        assert trusted.sha256 == report.chain[0].sha256
        assert client.view.state.notice is None


async def test_refused_socket_is_replaced_at_once(client: Client, tmp_path: Path) -> None:
    with ServerThread.running(self_made(tmp_path, "127.0.0.1")) as server:
        client.use_tls(ON)
        client.begin(server.port)
        await client.view.until(lambda state: state.label == "tcp 2")

        assert client.view.state.phase is Phase.IDLE
        assert client.view.state.notice is not None
        assert client.view.state.notice.message is Message.PEER_CERTIFICATE_REFUSED


async def test_looking_without_trusting_changes_nothing(client: Client, tmp_path: Path) -> None:
    with ServerThread.running(self_made(tmp_path, "127.0.0.1")) as server:
        client.controller.certificate_requested("127.0.0.1", str(server.port), "any")

        report = await client.view.until_asked()
        await client.scope.idle()

        assert report.chain[0].names == ("127.0.0.1",)
        assert client.view.state.trusted == ()
        assert client.view.state.phase is Phase.IDLE
        assert len(client.app.live()) == 1


@pytest.mark.parametrize(
    ("ends", "names", "problems"),
    [
        (NOW - DAY, ("127.0.0.1",), {CertificateProblem.EXPIRED, CertificateProblem.SELF_SIGNED}),
        (None, ("else",), {CertificateProblem.OTHER_NAME, CertificateProblem.SELF_SIGNED}),
    ],
    ids=["expired", "other name"],
)
async def test_report_says_all_that_speaks_against_it(
    client: Client,
    tmp_path: Path,
    ends: dt.datetime | None,
    names: tuple[str, ...],
    problems: set[CertificateProblem],
) -> None:
    with ServerThread.running(self_made(tmp_path, *names, ends=ends)) as server:
        client.use_tls(ON)
        client.begin(server.port)
        await client.view.until_told(Message.PEER_CERTIFICATE_REFUSED)

        client.controller.certificate_requested("127.0.0.1", str(server.port), "any")

        assert set((await client.view.until_asked()).problems) == problems


async def test_expired_certificate_of_a_trusted_authority_is_refused(
    client: Client, tmp_path: Path
) -> None:
    made = self_signed("127.0.0.1", ends=NOW - DAY)
    (tmp_path / "own.pem").write_text(made.certificate, encoding="ascii")
    with ServerThread.running(tls_echo(self_made_context(made, tmp_path))) as server:
        client.use_tls(ClientTlsEntry(is_on=True, ca_file=str(tmp_path / "own.pem")))

        client.begin(server.port)
        await client.view.until_told(Message.PEER_CERTIFICATE_REFUSED)

        assert client.view.facts == (-201, "TLS: certificate has expired")


async def test_certificate_for_another_name_is_refused(client: Client, ca_file: Path) -> None:
    with ServerThread.running(tls_echo(trusted_context(OTHER))) as server:
        client.use_tls(ClientTlsEntry(is_on=True, ca_file=str(ca_file)))

        client.begin(server.port)
        await client.view.until_told(Message.PEER_CERTIFICATE_REFUSED)

        assert client.view.facts[0] == -200


async def test_another_certificate_than_the_trusted_one_is_told_as_such(
    client: Client, tmp_path: Path
) -> None:
    with ServerThread.running(self_made(tmp_path, "127.0.0.1")) as server:
        entry = TrustedEntry(host="127.0.0.1", port=server.port, sha256="0" * 64, title="old")
        client.use_tls(ClientTlsEntry(is_on=True, trusted=(entry,)))
        client.begin(server.port)
        await client.view.until_told(Message.PEER_CERTIFICATE_REFUSED)

        client.controller.certificate_requested("127.0.0.1", str(server.port), "any")
        report = await client.view.until_asked()

        assert report.problems[0] is CertificateProblem.NOT_THE_TRUSTED_ONE
        assert CertificateProblem.UNKNOWN_ISSUER not in report.problems


async def test_trust_holds_for_its_host_and_port_only(client: Client, tmp_path: Path) -> None:
    made = self_signed("127.0.0.1")
    fingerprint = facts_of_pem(made.certificate)[0].sha256
    with ServerThread.running(tls_echo(self_made_context(made, tmp_path))) as server:
        entry = TrustedEntry(host="127.0.0.1", port=server.port + 1, sha256=fingerprint)
        client.use_tls(ClientTlsEntry(is_on=True, trusted=(entry,)))

        client.begin(server.port)

        await client.view.until_told(Message.PEER_CERTIFICATE_REFUSED)


async def test_trust_can_be_taken_back(client: Client, tmp_path: Path) -> None:
    made = self_signed("127.0.0.1")
    fingerprint = facts_of_pem(made.certificate)[0].sha256
    with ServerThread.running(tls_echo(self_made_context(made, tmp_path))) as server:
        entry = TrustedEntry(host="127.0.0.1", port=server.port, sha256=fingerprint)
        client.use_tls(ClientTlsEntry(is_on=True, trusted=(entry,)))
        await client.connect(server.port)
        client.controller.disconnect_requested()
        await client.scope.idle()

        client.controller.trust.distrust(entry)
        client.begin(server.port)

        await client.view.until_told(Message.PEER_CERTIFICATE_REFUSED)
        assert client.view.state.trusted == ()


@pytest.mark.parametrize("is_pinned", [False, True], ids=["verified", "trusted by hand"])
async def test_certificate_of_an_open_connection_needs_no_second_one(
    client: Client, ca_file: Path, is_pinned: bool
) -> None:
    fingerprint = facts_of_pem(GOOD.cert_chain_pems[0].bytes().decode())[0].sha256
    with ServerThread.running(tls_echo(trusted_context(GOOD))) as server:
        entry = TrustedEntry(host="127.0.0.1", port=server.port, sha256=fingerprint)
        trusted = (entry,) if is_pinned else ()
        client.use_tls(ClientTlsEntry(is_on=True, ca_file=str(ca_file), trusted=trusted))
        await client.connect(server.port)

        client.controller.certificate_requested("127.0.0.1", str(server.port), "any")
        report = await client.view.until_asked()

        assert (report.is_trusted, report.was_verified) == (is_pinned, not is_pinned)
        assert report.problems == ()
        assert server.accepted == 1


@pytest.mark.parametrize(
    ("limits", "entry", "code"),
    [
        ({"maximum_version": V12}, ClientTlsEntry(is_on=True, min_version="tls1.3"), -113),
        ({"minimum_version": V13}, ClientTlsEntry(is_on=True, max_version="tls1.2"), -113),
        ({}, ClientTlsEntry(is_on=True, min_version="tls1.3", max_version="tls1.2"), -107),
    ],
    ids=["server too old", "server too new", "crossed"],
)
async def test_versions_that_do_not_meet_are_told(
    client: Client, limits: dict[str, ssl.TLSVersion], entry: ClientTlsEntry, code: int
) -> None:
    with ServerThread.running(tls_echo(trusted_context(GOOD, **limits))) as server:
        client.use_tls(entry)

        client.begin(server.port)
        await client.view.until_told(Message.TLS_FAILED)

        assert client.view.facts[0] == code
        assert client.view.state.phase is Phase.IDLE


@pytest.mark.parametrize(
    ("serve", "facts"),
    [(plain_echo, -107), (hangs_up, -100)],
    ids=["speaks no TLS", "leaves in the handshake"],
)
async def test_server_without_tls_is_told(client: Client, serve: Serve, facts: int) -> None:
    with ServerThread.running(serve) as server:
        client.use_tls(ON)

        client.begin(server.port)
        await client.view.until_told(Message.TLS_FAILED)

        assert client.view.facts[0] == facts


async def test_look_at_a_server_without_tls_is_told(client: Client) -> None:
    with ServerThread.running(plain_echo) as server:
        client.controller.certificate_requested("127.0.0.1", str(server.port), "any")

        await client.view.until_told(Message.PEER_CERTIFICATE_UNSEEN)

        assert client.view.facts[0] == -107


async def test_handshake_can_be_cancelled(client: Client) -> None:
    with ServerThread.running(silent) as server:
        client.use_tls(ON)
        client.begin(server.port)
        await client.view.until_phase(Phase.SECURING)

        client.controller.disconnect_requested()
        await client.view.until_told(Message.HANDSHAKE_CANCELLED)
        await client.scope.idle()

        assert client.view.state.phase is Phase.IDLE
        assert client.view.facts == (-3, "local")
        live = client.app.find("sockets.tcp", 1)
        assert live is not None
        assert live.info["connected"] is False


async def test_closing_in_the_middle_of_a_handshake_leaves_nothing(client: Client) -> None:
    with ServerThread.running(silent) as server:
        client.use_tls(ON)
        client.begin(server.port)
        await client.view.until_phase(Phase.SECURING)

        await client.controller.aclose()

        assert client.app.live() == ()


async def test_certificate_is_saved_as_pem(client: Client, tmp_path: Path) -> None:
    facts = facts_of_pem(CA.cert_pem.bytes().decode())[0]
    client.view.path = tmp_path / "saved.pem"

    client.controller.save_certificate_requested(facts)
    await client.view.until_told(Message.PEER_CERTIFICATE_SAVED)

    assert facts_of_pem(client.view.path.read_text()) == (facts,)


async def test_certificate_that_cannot_be_saved_is_told(client: Client, tmp_path: Path) -> None:
    client.view.path = tmp_path / "missing" / "saved.pem"

    client.controller.save_certificate_requested(facts_of_pem(CA.cert_pem.bytes().decode())[0])

    await client.view.until_told(Message.PEER_CERTIFICATE_NOT_SAVED)
    assert client.view.facts == (None, "ENOENT")
