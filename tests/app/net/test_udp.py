"""UDP sockets: limits, families, kernel buffers, groups."""

import asyncio
import socket

import pytest

from socket_workbench.net import udp
from socket_workbench.net.errors import ResultCode, SocketError
from socket_workbench.net.multicast import Membership, set_multicast_options
from support.datagrams import LOOPBACK_NAME
from support.platforms import counts_drops


async def test_datagrams_keep_their_bounds() -> None:
    one, two = udp.bind("127.0.0.1", 0), udp.bind("127.0.0.1", 0)
    assert two.receive_now(10) is None
    await one.send(b"a", "127.0.0.1", two.local.port)
    await one.send(b"", "127.0.0.1", two.local.port)

    assert await two.receive(10) == (b"a", ("127.0.0.1", one.local.port))
    assert (await two.receive(10))[0] == b""
    one.close()
    two.close()


async def test_too_long_a_datagram_is_lost() -> None:
    one = udp.bind("127.0.0.1", 0)
    one.send_now(b"abc", "127.0.0.1", one.local.port)
    one.send_now(b"ab", "127.0.0.1", one.local.port)

    with pytest.raises(SocketError, match="MSG_TOO_BIG"):
        one.receive_now(2)
    assert (await one.receive(2))[0] == b"ab"
    one.close()


async def test_waiting_receive_gets_what_comes() -> None:
    one = udp.bind("127.0.0.1", 0)
    asyncio.get_running_loop().call_later(0.01, one.send_now, b"x", "127.0.0.1", one.local.port)

    assert (await one.receive(9))[0] == b"x"
    one.close()


async def test_without_watching_the_loop_receives(monkeypatch: pytest.MonkeyPatch) -> None:
    loop = asyncio.get_running_loop()

    def refuse(*_: object) -> None:
        raise NotImplementedError

    monkeypatch.setattr(type(loop), "add_reader", refuse)

    class Loop:
        async def sock_recvfrom(self, sock: socket.socket, size: int) -> udp.Datagram:
            return b"by the loop", ("127.0.0.1", size)

    one = udp.bind("127.0.0.1", 0)
    monkeypatch.setattr(type(loop), "sock_recvfrom", Loop.sock_recvfrom)

    assert await one.receive(99) == (b"by the loop", ("127.0.0.1", 100))
    one.close()


async def test_errors_of_the_loop_are_translated_or_passed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loop = asyncio.get_running_loop()
    errors = [ConnectionResetError(104, ""), OSError(12, "")]

    def refuse(*_: object) -> None:
        raise NotImplementedError

    async def fail(*_: object) -> None:
        raise errors.pop(0)

    monkeypatch.setattr(type(loop), "add_reader", refuse)
    monkeypatch.setattr(type(loop), "sock_recvfrom", fail)
    one = udp.bind("127.0.0.1", 0)

    with pytest.raises(SocketError, match="OUT_OF_MEMORY"):
        await one.receive(9)
    assert errors == []
    one.close()


class FullOnce:
    """Wraps a socket whose kernel buffer is full at the first try."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._is_full = True

    def __getattr__(self, name: str) -> object:
        return getattr(self._sock, name)

    def _refuse_once(self) -> None:
        if self._is_full:
            self._is_full = False
            raise BlockingIOError

    def send(self, data: bytes) -> int:
        self._refuse_once()
        return self._sock.send(data)

    def sendto(self, data: bytes, address: tuple[str, int]) -> int:
        self._refuse_once()
        return self._sock.sendto(data, address)


@pytest.mark.parametrize("is_connected", [True, False])
async def test_send_waits_for_room(is_connected: bool) -> None:
    target = udp.bind("127.0.0.1", 0)
    port = target.local.port
    sender = udp.connect("127.0.0.1", port) if is_connected else udp.bind("127.0.0.1", 0)
    sender._socket = FullOnce(sender._socket)  # pyright: ignore[reportAttributeAccessIssue] - a fake kernel
    await sender.send(b"x", "127.0.0.1", port)

    assert (await target.receive(9))[0] == b"x"
    sender._socket._sock.close()  # pyright: ignore[reportAttributeAccessIssue] - a fake kernel
    target.close()


async def test_errors_while_waiting_for_room_are_translated() -> None:
    sender = udp.bind("127.0.0.1", 0)
    sender._socket = FullOnce(sender._socket)  # pyright: ignore[reportAttributeAccessIssue] - a fake kernel

    with pytest.raises(SocketError, match="MSG_TOO_BIG"):
        await sender.send(bytes(70_000), "127.0.0.1", 9)
    sender._socket._sock.close()  # pyright: ignore[reportAttributeAccessIssue] - a fake kernel


async def test_refusal_of_the_peer_is_told_when_connected() -> None:
    gone = udp.bind("127.0.0.1", 0)
    gone.close()
    one = udp.connect("127.0.0.1", gone.local.port)
    one.send_now(b"x", "", 0)

    with pytest.raises(SocketError, match="CONNECTION_REFUSED"):
        await one.receive(9)
    one.close()


async def test_connect_says_what_the_kernel_refuses() -> None:
    with pytest.raises(SocketError, match="ACCESS_DENIED"):
        udp.connect("255.255.255.255", 9)


@counts_drops
async def test_kernel_buffer_is_granted_and_drops_are_counted() -> None:
    one = udp.bind("127.0.0.1", 0)
    assert one.set_receive_buffer(4096) >= 4096
    assert one.dropped == 0
    for _ in range(100):
        one.send_now(bytes(1000), "127.0.0.1", one.local.port)

    assert (one.dropped or 0) > 50
    one.close()
    with pytest.raises(SocketError):
        one.set_receive_buffer(1)
    assert one.dropped is None


async def test_options_of_a_closed_socket_fail() -> None:
    one = udp.bind("127.0.0.1", 0)
    one.close()

    with pytest.raises(SocketError):
        one.set_broadcast(enable=True)
    with pytest.raises(SocketError):
        one.join("239.1.1.1", "127.0.0.1")


async def test_groups_are_joined_and_left_in_order() -> None:
    one = udp.bind("0.0.0.0", 0)
    one.join("239.255.1.1", "127.0.0.1")
    one.join("239.255.1.2", "127.0.0.1")
    assert one.groups == ["239.255.1.1", "239.255.1.2"]

    one.leave("239.255.1.1")

    assert one.groups == ["239.255.1.2"]
    one.close()
    with pytest.raises(SocketError):
        one.leave("239.255.1.2")


async def test_ipv6_groups_take_the_name_of_an_adapter() -> None:
    one = udp.bind("::", 0)
    one.join("ff02::1234", LOOPBACK_NAME)
    one.leave("ff02::1234")
    with pytest.raises(SocketError) as caught:
        one.join("ff02::1234", "no such adapter")

    assert caught.value.code is ResultCode.INVALID_ARGUMENT
    one.close()


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_multicast_options_reach_the_kernel(family: socket.AddressFamily) -> None:
    with socket.socket(family, socket.SOCK_DGRAM) as sock:
        set_multicast_options(sock, ttl=7, loopback=False)

        if family == socket.AF_INET:
            names = (socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, socket.IP_MULTICAST_LOOP)
        else:
            names = (socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_HOPS, socket.IPV6_MULTICAST_LOOP)
        assert sock.getsockopt(names[0], names[1]) == 7
        assert sock.getsockopt(names[0], names[2]) == 0


def test_membership_without_adapter_lets_the_kernel_choose() -> None:
    assert Membership.of("239.1.2.3").request == bytes([239, 1, 2, 3, 0, 0, 0, 0])
    assert Membership.of("ff02::1").request[16:] == bytes(4)
