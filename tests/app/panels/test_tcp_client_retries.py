"""Coming back by itself: when, how long it waits, and how it is stopped."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from socket_workbench.panels.messages import Message
from socket_workbench.panels.tcp_client_retries import STEADY_S, Retries, countdown
from socket_workbench.panels.tcp_client_state import Phase
from socket_workbench.session.tcp_entries import ClientTlsEntry, ReconnectEntry
from support.certificates import self_signed
from support.chrome_apps import refusing_port
from support.tcp_client import Client, tcp_client
from support.tls_servers import ServerThread, plain_echo, self_made_context, tls_echo

REFUSED = -102
QUICK = ReconnectEntry(is_on=True, first_delay_ms=20, longest_delay_ms=50)
SLOW = ReconnectEntry(is_on=True, after="both", first_delay_ms=60_000, longest_delay_ms=60_000)


@pytest.fixture
async def client(tmp_path: Path) -> AsyncIterator[Client]:
    async with tcp_client(tmp_path) as made:
        yield made


def retries(**settings: object) -> Retries:
    made = Retries()
    made.settings = ReconnectEntry(is_on=True, **settings)  # pyright: ignore[reportArgumentType] - each test's own
    return made


def test_pauses_double_up_to_the_longest() -> None:
    made = retries(after="failure", first_delay_ms=1000, longest_delay_ms=5000)

    assert [made.after_failure(REFUSED) for _ in range(5)] == [1.0, 2.0, 4.0, 5.0, 5.0]


def test_no_pause_is_shorter_than_the_first() -> None:
    assert retries(first_delay_ms=2000, longest_delay_ms=0).after_loss(0.0) == 2.0


def test_week_of_attempts_overflows_nothing() -> None:
    made = retries(after="failure")
    made.made = 100_000

    assert made.after_failure(REFUSED) == 30.0


@pytest.mark.parametrize(
    ("after", "by_loss", "by_failure"),
    [("loss", True, False), ("failure", False, True), ("both", True, True)],
)
def test_only_what_was_chosen_begins_a_row(after: str, by_loss: bool, by_failure: bool) -> None:
    assert (retries(after=after).after_loss(0.0) is not None) is by_loss
    assert (retries(after=after).after_failure(REFUSED) is not None) is by_failure


def test_row_that_a_loss_began_goes_on_through_failures() -> None:
    made = retries(after="loss")
    made.after_loss(0.0)

    assert made.after_failure(REFUSED) == 2.0


def test_nothing_comes_by_itself_unless_it_is_on() -> None:
    made = Retries()

    assert made.after_loss(0.0) is None
    assert made.after_failure(REFUSED) is None


def test_row_ends_with_the_last_attempt_allowed() -> None:
    made = retries(after="failure", attempts=2)

    assert [made.after_failure(REFUSED) for _ in range(3)] == [1.0, 2.0, None]
    assert made.are_used_up


@pytest.mark.parametrize("code", [-3, -4, -10, -107, -110, -113, -138, -200, -201, -202])
def test_what_waiting_does_not_change_is_not_tried_again(code: int) -> None:
    assert retries(after="both").after_failure(code) is None


@pytest.mark.parametrize(("lived_s", "pause_s"), [(STEADY_S, 1.0), (STEADY_S / 2, 2.0)])
def test_only_a_connection_that_lived_begins_a_new_row(lived_s: float, pause_s: float) -> None:
    made = retries()
    made.after_loss(0.0)
    made.opened(100.0)

    assert made.after_loss(100.0 + lived_s) == pause_s


@pytest.mark.parametrize(
    ("delay_s", "steps"),
    [(0.0, []), (0.25, [(1, 0.25)]), (2.0, [(2, 1.0), (1, 1.0)]), (1.5, [(2, 0.5), (1, 1.0)])],
)
def test_countdown_shows_whole_seconds(delay_s: float, steps: list[tuple[int, float]]) -> None:
    assert list(countdown(delay_s)) == steps


async def test_client_comes_back_when_the_server_does(client: Client) -> None:
    client.use_retries(QUICK)
    with ServerThread.running(plain_echo) as server:
        port = server.port
        await client.connect(port)
    await client.view.until_phase(Phase.WAITING)

    with ServerThread.running(plain_echo, port):
        await client.view.until_phase(Phase.OPEN)

        assert client.view.state.retry is None
        assert client.view.state.notice is None
        assert len(client.app.live()) == 1


async def test_secured_client_comes_back_secured(client: Client, tmp_path: Path) -> None:
    client.use_retries(QUICK)
    serve = tls_echo(self_made_context(self_signed("127.0.0.1"), tmp_path))
    client.view.trusts = True
    client.use_tls(ClientTlsEntry(is_on=True))
    with ServerThread.running(serve) as server:
        port = server.port
        client.controller.certificate_requested("127.0.0.1", str(port), "any")
        await client.view.until_phase(Phase.OPEN)
    await client.view.until_phase(Phase.WAITING)

    with ServerThread.running(serve, port):
        await client.view.until_phase(Phase.OPEN)

        assert client.view.state.tls is not None


async def test_wait_says_how_long_and_why(client: Client) -> None:
    client.use_retries(SLOW)
    with refusing_port() as port:
        client.begin(port)
        await client.view.until(lambda state: state.retry is not None)

    retry = client.view.state.retry
    assert retry is not None
    assert (retry.number, retry.most, retry.seconds) == (1, 0, 60)
    assert client.view.facts == (REFUSED, "ECONNREFUSED")
    assert client.view.state.phase is Phase.WAITING
    await client.controller.aclose()


async def test_wait_can_be_stopped(client: Client) -> None:
    client.use_retries(SLOW)
    with refusing_port() as port:
        client.begin(port)
        await client.view.until(lambda state: state.retry is not None)

        client.controller.disconnect_requested()

    assert client.view.state.phase is Phase.IDLE
    assert client.view.state.retry is None
    assert client.view.facts[0] == REFUSED


async def test_wait_can_be_cut_short(client: Client) -> None:
    client.use_retries(SLOW)
    with refusing_port() as port:
        client.begin(port)
        await client.view.until_phase(Phase.WAITING)
    with ServerThread.running(plain_echo) as server:
        await client.connect(server.port)

        assert client.view.state.retry is None


async def test_disconnecting_is_no_loss(client: Client) -> None:
    client.use_retries(QUICK)
    with ServerThread.running(plain_echo) as server:
        await client.connect(server.port)

        client.controller.disconnect_requested()
        await client.scope.idle()

        assert client.view.state.phase is Phase.CLOSED
        assert Phase.WAITING not in {state.phase for state in client.view.states}


async def test_closing_the_socket_from_outside_ends_the_wait(client: Client) -> None:
    client.use_retries(SLOW)
    with refusing_port() as port:
        client.begin(port)
        await client.view.until_phase(Phase.WAITING)

    await client.app.sockets.tcp.close(1)
    client.controller.tick()

    assert client.view.state.phase is Phase.IDLE
    assert client.view.state.notice is not None
    assert client.view.state.notice.message is Message.SOCKET_GONE


async def test_last_attempt_says_that_it_was_the_last(client: Client) -> None:
    client.use_retries(ReconnectEntry(is_on=True, after="failure", attempts=2, first_delay_ms=1))
    with refusing_port() as port:
        client.begin(port)

        await client.view.until_told(Message.RETRIES_USED_UP)

    assert client.view.state.phase is Phase.IDLE
    assert client.view.facts == (REFUSED, "ECONNREFUSED")
    notice = client.view.state.notice
    assert notice is not None
    assert notice.values["attempts"] == 2


async def test_mistake_of_our_own_ends_the_attempt(tmp_path: Path) -> None:
    class Broken:
        def allows(self, *args: object) -> bool:
            raise ZeroDivisionError("oops")

    mistakes = asyncio.Queue[BaseException]()
    async with tcp_client(tmp_path, on_error=lambda error, _: mistakes.put_nowait(error)) as client:
        client.app.context.manifest = Broken()  # pyright: ignore[reportAttributeAccessIssue] - it breaks
        client.begin(9)
        await client.view.until_told(Message.UNEXPECTED)

        assert client.view.state.phase is Phase.IDLE
        assert isinstance(await mistakes.get(), ZeroDivisionError)


async def test_reconnect_ends_the_old_connection_before_the_new_begins(client: Client) -> None:
    seen: list[str] = []
    with ServerThread.running(plain_echo) as server:
        await client.connect(server.port)
        client.app.sockets.tcp.onReceiveError.addListener(
            lambda _: seen.append(client.view.state.phase)
        )

        client.controller.reconnect_requested("127.0.0.1", str(server.port), "any")
        await client.view.until_phase(Phase.CONNECTING)
        await client.view.until_phase(Phase.OPEN)
        await asyncio.sleep(0)

    assert seen == [Phase.CONNECTING]
