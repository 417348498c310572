"""Names become addresses off the loop, with a limit."""

import asyncio
import socket
import threading
from typing import Any

import pytest

from socket_workbench.net import resolve as module
from socket_workbench.net.errors import ResultCode, SocketError
from socket_workbench.net.resolve import Family, resolve


@pytest.mark.parametrize(
    ("host", "family", "addresses"),
    [
        ("localhost", Family.ANY, ["::1", "127.0.0.1"]),
        ("a.LocalHost.", Family.IPV4, ["127.0.0.1"]),
        ("::0001", Family.ANY, ["::1"]),
        ("127.1", Family.IPV4, ["127.0.0.1"]),
        ("127%2e0.0.%31", Family.ANY, ["127.0.0.1"]),
        ("%6cocalhost", Family.IPV4, ["127.0.0.1"]),
        ("foo\u3002\uff4cocalhost", Family.IPV6, ["::1"]),
        ("1\u00ad27.1", Family.ANY, ["127.0.0.1"]),
    ],
)
async def test_known_without_asking(host: str, family: Family, addresses: list[str]) -> None:
    assert await resolve(host, family) == addresses


@pytest.mark.parametrize(
    "host",
    [
        *("", "a b", "h:80", "http://h", "..", "*", "[::1]", "::1%lo", ".x", ".localhost"),
        *("127.0.0.1%", "127.0.0.1%00", "%3a%3a1", "::%31", "%80.test", "%2531.test"),
        *("a+b.localhost", "1\u05d0.localhost", "a" * 64 + ".localhost", "name.256", "\uff1a:1"),
    ],
)
async def test_hopeless_without_asking(host: str) -> None:
    with pytest.raises(SocketError) as caught:
        await resolve(host)

    assert (caught.value.code, caught.value.cause) == (ResultCode.NAME_NOT_RESOLVED, "DNS")


async def test_system_is_asked_off_the_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []

    def answer(*args: Any) -> list[Any]:
        asked.append((args, threading.current_thread() is threading.main_thread()))
        entry = (socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("FD00::1%5", 0, 0, 5))
        return [entry, entry, (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.0.2.1", 0))]

    monkeypatch.setattr(module.socket, "getaddrinfo", answer)

    assert await resolve("name.test") == ["fd00::1", "192.0.2.1"]
    assert asked == [(("name.test", None, socket.AF_UNSPEC, socket.SOCK_STREAM), False)]


@pytest.mark.parametrize("error", [socket.gaierror("no"), UnicodeError("label too long")])
async def test_every_failure_is_not_resolved(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise error

    monkeypatch.setattr(module.socket, "getaddrinfo", fail)

    with pytest.raises(SocketError, match="NAME_NOT_RESOLVED"):
        await resolve("name.test")


@pytest.fixture
def stuck(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A system that answers only at the end of the test."""
    release = threading.Event()

    def wait(*_: Any) -> list[Any]:
        release.wait()
        return []

    monkeypatch.setattr(module.socket, "getaddrinfo", wait)
    yield
    release.set()


@pytest.mark.usefixtures("stuck")
async def test_stuck_look_up_times_out() -> None:
    with pytest.raises(SocketError) as caught:
        await resolve("name.test", timeout_s=0.01)

    assert (caught.value.code, caught.value.cause) == (ResultCode.NAME_NOT_RESOLVED, "timeout")


@pytest.mark.usefixtures("stuck")
async def test_stuck_look_up_can_be_cancelled() -> None:
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(resolve("name.test"), 0.01)
