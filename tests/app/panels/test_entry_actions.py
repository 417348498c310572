"""What a panel says, as an action."""

from typing import Any

import pytest

from socket_workbench.panels.copying import Action, Connect, Join, Listen, Receive, SendDatagram
from socket_workbench.panels.entry_actions import action_of_entry
from socket_workbench.session.fields import ComposerEntry
from socket_workbench.session.schema import PanelEntry
from socket_workbench.session.script_entries import LegacyEntry
from socket_workbench.session.tcp_entries import ClientTlsEntry, TcpClientEntry, TcpServerEntry
from socket_workbench.session.udp_entries import GroupEntry, MulticastEntry, UdpEntry

HELLO = ComposerEntry(text=r"hello\r\n")
WRONG = ComposerEntry(text="0g", format="hex")
FILE = ComposerEntry(format="file", file="/data.bin")


def client(**fields: Any) -> TcpClientEntry:
    return TcpClientEntry(title="a", **fields)


def udp(**fields: Any) -> UdpEntry:
    return UdpEntry(title="a", **fields)


def multicast(**fields: Any) -> MulticastEntry:
    return MulticastEntry(title="a", **fields)


@pytest.mark.parametrize(
    ("entry", "action"),
    [
        (
            client(host=" h ", port=80, composer=HELLO),
            Connect(host="h", port=80, data=b"hello\r\n"),
        ),
        (client(host="h", port=80, composer=WRONG), Connect(host="h", port=80)),
        (client(host="h", port=80, composer=FILE), Connect(host="h", port=80)),
        (
            client(host="h", port=443, tls=ClientTlsEntry(is_on=True)),
            Connect(host="h", port=443, is_secure=True),
        ),
        (client(host="h"), None),
        (client(port=80), None),
        (TcpServerEntry(title="a", address="::", port=80), Listen(address="::", port=80)),
        (TcpServerEntry(title="a", port=None), None),
        (
            udp(peer_host="h", peer_port=9, composer=HELLO),
            SendDatagram(host="h", port=9, data=b"hello\r\n"),
        ),
        (udp(address="127.0.0.1", port=5), Receive(address="127.0.0.1", port=5)),
        (udp(port=None), None),
        (multicast(group="239.1.1.1", port=9), Join(group="239.1.1.1", port=9)),
        (
            multicast(groups=(GroupEntry(group="239.1.1.1"),), port=9, composer=HELLO),
            SendDatagram(host="239.1.1.1", port=9, data=b"hello\r\n"),
        ),
        (multicast(group="239.1.1.1"), None),
        (multicast(port=9), None),
        (LegacyEntry(title="a"), None),
    ],
)
def test_panel_is_one_action(entry: PanelEntry, action: Action | None) -> None:
    assert action_of_entry(entry) == action
