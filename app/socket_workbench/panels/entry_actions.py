"""What a panel does, as an action to be done elsewhere: with what stands in its composer."""

from socket_workbench.bytesview.parsing import ParseError
from socket_workbench.panels.composer import ComposedBytes, compose
from socket_workbench.panels.copying import Action, Connect, Join, Listen, Receive, SendDatagram
from socket_workbench.session.fields import ComposerEntry
from socket_workbench.session.schema import PanelEntry
from socket_workbench.session.tcp_entries import TcpClientEntry, TcpServerEntry
from socket_workbench.session.udp_entries import MulticastEntry, UdpEntry


def action_of_entry(entry: PanelEntry) -> Action | None:
    """What one would do with this panel; `None` where it says too little, or does not do one thing.

    What the composer holds wrongly, and a file, counts as nothing.
    """
    match entry:
        case TcpClientEntry():
            return _connect(entry)
        case TcpServerEntry():
            if entry.port is None:
                return None
            return Listen(address=entry.address.strip(), port=entry.port)
        case UdpEntry():
            return _datagram(entry)
        case MulticastEntry():
            return _multicast(entry)
        case _:
            return None


def _connect(entry: TcpClientEntry) -> Action | None:
    if not entry.port or not entry.host.strip():
        return None
    return Connect(
        host=entry.host.strip(),
        port=entry.port,
        data=_data(entry.composer),
        is_secure=entry.tls.is_on,
    )


def _datagram(entry: UdpEntry) -> Action | None:
    data = _data(entry.composer)
    if data and entry.peer_port and entry.peer_host.strip():
        return SendDatagram(host=entry.peer_host.strip(), port=entry.peer_port, data=data)
    if entry.port is None:
        return None
    return Receive(address=entry.address.strip(), port=entry.port)


def _multicast(entry: MulticastEntry) -> Action | None:
    named = [entry.group.strip(), *(one.group.strip() for one in entry.groups)]
    group = next((one for one in named if one), "")
    if not group or not entry.port:
        return None
    data = _data(entry.composer)
    if data:
        return SendDatagram(host=group, port=entry.port, data=data)
    return Join(group=group, port=entry.port)


def _data(composer: ComposerEntry) -> bytes:
    try:
        payload = compose(composer)
    except ParseError:
        return b""
    return payload.data if isinstance(payload, ComposedBytes) else b""
