"""What rows of the log and live sockets did, as actions to be done elsewhere."""

from dataclasses import replace
from typing import Any

import pytest

from socket_workbench.capture.records import Direction, EventId, EventRow, Kind
from socket_workbench.chrome.live import LiveSocket
from socket_workbench.net.tls import TlsDetails
from socket_workbench.panels.copying import (
    Action,
    Connect,
    Join,
    Listen,
    Receive,
    SendDatagram,
    action_of_row,
    action_of_socket,
    joined,
)
from support.fake_chrome import live_socket


def row(name: str, arguments: str, peer: str) -> EventRow:
    return EventRow(
        id=EventId(1),
        at_ns=0,
        wall_ns=0,
        kind=Kind.CALL,
        socket=None,
        name=name,
        direction=Direction.OUT,
        arguments=arguments,
        peer=peer,
        code=0,
        cause="",
        result="",
        done_ns=1,
        size_bytes=2,
        head=b"hi",
    )


HERE: dict[str, Any] = {"localAddress": "127.0.0.1", "localPort": 7000}
THERE: dict[str, Any] = {"peerAddress": "::1", "peerPort": 80}


@pytest.mark.parametrize(
    ("name", "arguments", "peer", "action"),
    [
        ("sockets.tcp.connect", '[1,"a.b",80,"any"]', "a.b:80", Connect(host="a.b", port=80)),
        ("socket.connect", '[1,"a.b",80]', "a.b:80", Connect(host="a.b", port=80)),
        (
            "sockets.tcp.send",
            '[1,{"$bytes":2}]',
            "[::1]:80",
            Connect(host="::1", port=80, data=b"hi"),
        ),
        ("socket.write", '[1,{"$bytes":2}]', "h:1", Connect(host="h", port=1, data=b"hi")),
        ("sockets.tcp.send", '[1,{"$bytes":2}]', "", None),
        (
            "sockets.udp.send",
            '[1,{"$bytes":2},"10.0.0.1",53,null]',
            "10.0.0.1:53",
            SendDatagram(host="10.0.0.1", port=53, data=b"hi"),
        ),
        (
            "socket.sendTo",
            '[1,{"$bytes":2},"10.0.0.1",65589]',
            "",
            SendDatagram(host="10.0.0.1", port=53, data=b"hi"),
        ),
        ("sockets.tcpServer.listen", '[1,"::",80,5]', "", Listen(address="::", port=80)),
        ("socket.listen", '[1,"::",80,null]', "", Listen(address="::", port=80)),
        ("sockets.udp.bind", '[1,"0.0.0.0",0]', "", Receive(address="0.0.0.0", port=0)),
        ("sockets.udp.bind", "[1,2,3]", "", None),
        ("sockets.udp.bind", "", "", None),
        ("sockets.udp.bind", "no json", "", None),
        ("sockets.tcp.onReceive", '{"socketId":1}', "h:1", None),
        ("sockets.tcp.create", "[{}]", "", None),
    ],
)
def test_row_tells_what_was_done(
    name: str, arguments: str, peer: str, action: Action | None
) -> None:
    assert action_of_row(row(name, arguments, peer), b"hi") == action


@pytest.mark.parametrize(
    ("socket", "action"),
    [
        (live_socket(1, connected=True, **THERE), Connect(host="::1", port=80)),
        (live_socket(1), None),
        (
            live_socket(1, namespace="sockets.tcpServer", **HERE),
            Listen(address="127.0.0.1", port=7000),
        ),
        (live_socket(1, namespace="sockets.tcpServer"), None),
        (
            live_socket(1, namespace="sockets.udp", **HERE),
            Receive(address="127.0.0.1", port=7000),
        ),
        (live_socket(1, namespace="sockets.udp"), None),
        (
            replace(live_socket(1, namespace="sockets.udp", **HERE), groups=("239.1.1.1",)),
            Join(group="239.1.1.1", port=7000),
        ),
        (
            replace(
                live_socket(1, namespace="socket", socketType="tcp", **HERE), is_listening=True
            ),
            Listen(address="127.0.0.1", port=7000),
        ),
        (
            live_socket(1, namespace="socket", socketType="udp", **HERE, **THERE),
            Receive(address="127.0.0.1", port=7000),
        ),
    ],
)
def test_socket_tells_how_to_get_one_like_it(socket: LiveSocket, action: Action | None) -> None:
    assert action_of_socket(socket) == action


def test_secure_connection_stays_secure() -> None:
    tls = TlsDetails(version="TLSv1.3", cipher="any", certificate=b"")
    live = replace(live_socket(1, connected=True, **THERE), tls=tls)

    assert action_of_socket(live) == Connect(host="::1", port=80, is_secure=True)


A, B = Connect(host="h", port=1, data=b"a"), Connect(host="h", port=1, data=b"b")
ELSEWHERE = Connect(host="h", port=2, data=b"b")
DATAGRAM = SendDatagram(host="h", port=1, data=b"b")


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        ([A, B], Connect(host="h", port=1, data=b"ab")),
        ([A], A),
        ([], None),
        ([A, ELSEWHERE], None),
        ([A, DATAGRAM], None),
        ([DATAGRAM, DATAGRAM], None),
        ([A, None], None),
        ([None], None),
    ],
)
def test_sends_to_one_peer_are_one_action(
    actions: list[Action | None], expected: Action | None
) -> None:
    assert joined(actions) == expected
