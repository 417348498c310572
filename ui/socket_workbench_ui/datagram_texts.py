"""What the UDP and the multicast panel say, by message and by result code; `texts` shows it."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from socket_workbench.panels.messages import Message

DATAGRAM_TITLES = {
    Message.BIND_ADDRESS_MISSING: QT_TRANSLATE_NOOP("Texts", "There is no address to bind to."),
    Message.BIND_ADDRESS_WRONG: QT_TRANSLATE_NOOP("Texts", "Nothing can be bound to “{address}”."),
    Message.BIND_PORT_INVALID: QT_TRANSLATE_NOOP("Texts", "“{port}” is no port to bind to."),
    Message.BIND_FAILED: QT_TRANSLATE_NOOP("Texts", "Could not bind to {peer}."),
    Message.DATAGRAM_HOST_MISSING: QT_TRANSLATE_NOOP("Texts", "There is nobody to send to."),
    Message.DATAGRAM_PORT_MISSING: QT_TRANSLATE_NOOP("Texts", "There is no port to send to."),
    Message.DATAGRAM_FAILED: QT_TRANSLATE_NOOP(
        "Texts", "A datagram of {size} could not be sent to {peer}."
    ),
    Message.DATAGRAMS_LOST: QT_TRANSLATE_NOOP(
        "Texts", "Datagrams larger than {limit} bytes came and were lost: {count}"
    ),
    Message.RECEIVE_FAILED: QT_TRANSLATE_NOOP("Texts", "Receiving failed and was paused."),
    Message.DATAGRAM_SOCKET_GONE: QT_TRANSLATE_NOOP(
        "Texts", "{socket} was closed from outside this panel."
    ),
    Message.GROUP_MISSING: QT_TRANSLATE_NOOP("Texts", "There is no group to join."),
    Message.GROUP_WRONG: QT_TRANSLATE_NOOP("Texts", "“{group}” is no multicast group."),
    Message.GROUP_JOINED_ALREADY: QT_TRANSLATE_NOOP("Texts", "{group} is joined already."),
    Message.JOIN_FAILED: QT_TRANSLATE_NOOP("Texts", "{group} could not be joined."),
    Message.LEAVE_FAILED: QT_TRANSLATE_NOOP("Texts", "{group} could not be left."),
}

DATAGRAM_DETAILS = {
    Message.BIND_ADDRESS_MISSING: QT_TRANSLATE_NOOP(
        "Texts",
        "Type an IP address of this machine: 0.0.0.0 stands for all of its IPv4 addresses, :: for "
        "IPv6 as well. Names and zones (%eth0) are not taken; choose an adapter in the options.",
    ),
    Message.BIND_ADDRESS_WRONG: QT_TRANSLATE_NOOP(
        "Texts",
        "Type an IP address of this machine: 0.0.0.0 stands for all of its IPv4 addresses, :: for "
        "IPv6 as well. Names and zones (%eth0) are not taken; choose an adapter in the options.",
    ),
    Message.BIND_PORT_INVALID: QT_TRANSLATE_NOOP(
        "Texts", "A port is a whole number from 1 to 65535; 0 lets the system choose a free one."
    ),
    Message.DATAGRAM_HOST_MISSING: QT_TRANSLATE_NOOP(
        "Texts", "Type a host or an IP address beside “Send to”, or click one in the list of peers."
    ),
    Message.DATAGRAM_PORT_MISSING: QT_TRANSLATE_NOOP("Texts", "Type a number from 1 to 65535."),
    Message.DATAGRAMS_LOST: QT_TRANSLATE_NOOP(
        "Texts", "A datagram comes whole or not at all. Raise bufferSize in the options."
    ),
    Message.RECEIVE_FAILED: QT_TRANSLATE_NOOP("Texts", "Resume to try again, or bind anew (F5)."),
    Message.DATAGRAM_SOCKET_GONE: QT_TRANSLATE_NOOP("Texts", "Bind or join makes a new socket."),
    Message.GROUP_MISSING: QT_TRANSLATE_NOOP(
        "Texts",
        "Groups are addresses from 224.0.0.0 to 239.255.255.255, and those that begin with ff in "
        "IPv6, without a zone (%eth0).",
    ),
    Message.GROUP_WRONG: QT_TRANSLATE_NOOP(
        "Texts",
        "Groups are addresses from 224.0.0.0 to 239.255.255.255, and those that begin with ff in "
        "IPv6, without a zone (%eth0).",
    ),
    Message.GROUP_JOINED_ALREADY: QT_TRANSLATE_NOOP(
        "Texts", "Leave it first to join it on another adapter."
    ),
}

_JOIN_CODES = {
    -4: QT_TRANSLATE_NOOP(
        "Texts",
        "There is no such adapter, or no way for multicast that the system could choose. Choose an "
        "adapter that is up.",
    ),
    -108: QT_TRANSLATE_NOOP(
        "Texts", "The adapter has no address of this family, or the group is joined already."
    ),
    -147: QT_TRANSLATE_NOOP("Texts", "The group is joined on this adapter already."),
    -176: QT_TRANSLATE_NOOP(
        "Texts", "The system joins no more groups for one socket. Leave some, or open a new panel."
    ),
}
_BIND_CODES = {
    -4: QT_TRANSLATE_NOOP(
        "Texts", "An option does not fit. Is the adapter that the options name still there?"
    ),
    -10: QT_TRANSLATE_NOOP(
        "Texts", "The system does not allow it. Ports below 1024 often need more rights."
    ),
    -108: QT_TRANSLATE_NOOP(
        "Texts",
        "No adapter of this machine has this address; the adapter table shows those it has.",
    ),
    -109: QT_TRANSLATE_NOOP("Texts", "This machine does not speak this family of addresses."),
    -147: QT_TRANSLATE_NOOP(
        "Texts",
        "Another socket has this port. Choose another one, 0 for any that is free, or tick “share "
        "port” in the options, if the other program shares it as well.",
    ),
}
_SEND_CODES = {
    -4: QT_TRANSLATE_NOOP(
        "Texts", "The system takes no such address here. Can it be reached from what is bound?"
    ),
    -10: QT_TRANSLATE_NOOP(
        "Texts",
        "The system does not allow it. Sending to a broadcast address needs “broadcast” to be "
        "ticked; a local firewall may be the reason as well.",
    ),
    -12: QT_TRANSLATE_NOOP(
        "Texts", "Too many datagrams wait for the network already. Send more slowly."
    ),
    -15: QT_TRANSLATE_NOOP("Texts", "The socket is not bound. Bind it first."),
    -108: QT_TRANSLATE_NOOP(
        "Texts", "What is bound cannot send to this address: loopback reaches loopback only."
    ),
    -109: QT_TRANSLATE_NOOP(
        "Texts",
        "There is no way to this address from what is bound. An IPv4 socket cannot reach IPv6: "
        "bind to :: for both. Else check address, adapter table and routes.",
    ),
    -142: QT_TRANSLATE_NOOP(
        "Texts",
        "One datagram carries at most 65,507 bytes over IPv4, and 65,527 over IPv6. Send less, or "
        "send it as a file, which goes in pieces.",
    ),
}
DATAGRAM_CODES = {
    Message.BIND_FAILED: _BIND_CODES,
    Message.DATAGRAM_FAILED: _SEND_CODES,
    Message.JOIN_FAILED: _JOIN_CODES,
}
"""What a code means for these messages; the others mean the same everywhere."""
