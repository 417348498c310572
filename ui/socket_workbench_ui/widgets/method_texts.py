"""What each call of the legacy API is for, in plain language, and what to write today instead."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

CONTEXT = "MethodTexts"

HELP = {
    "create": QT_TRANSLATE_NOOP(
        "MethodTexts", "Make a socket, TCP or UDP. Its socketId goes into all other calls."
    ),
    "destroy": QT_TRANSLATE_NOOP(
        "MethodTexts", "Close the socket and forget it; it has no answer."
    ),
    "connect": QT_TRANSLATE_NOOP(
        "MethodTexts",
        "TCP: connect to a server. UDP: only set whom write sends to and read hears.",
    ),
    "bind": QT_TRANSLATE_NOOP(
        "MethodTexts", "UDP: take a local address and port, to receive there. Port 0 takes any."
    ),
    "disconnect": QT_TRANSLATE_NOOP(
        "MethodTexts", "End the connection, or the listening; the socket stays."
    ),
    "read": QT_TRANSLATE_NOOP(
        "MethodTexts",
        "Wait for bytes of the connection, at most bufferSize of them. resultCode is their "
        "number; 0 says that the far side has ended.",
    ),
    "write": QT_TRANSLATE_NOOP("MethodTexts", "Send bytes to whom the socket is connected to."),
    "recvFrom": QT_TRANSLATE_NOOP(
        "MethodTexts", "UDP: wait for one datagram from anybody; it comes with its sender."
    ),
    "sendTo": QT_TRANSLATE_NOOP("MethodTexts", "UDP: send one datagram to an address and port."),
    "listen": QT_TRANSLATE_NOOP(
        "MethodTexts", "TCP: wait for connections at a local address and port; then call accept."
    ),
    "accept": QT_TRANSLATE_NOOP(
        "MethodTexts",
        "Wait for the next connection to a listening socket; it comes as a socket of its own.",
    ),
    "setKeepAlive": QT_TRANSLATE_NOOP(
        "MethodTexts", "TCP: probe a silent connection after delay seconds, or stop doing so."
    ),
    "setNoDelay": QT_TRANSLATE_NOOP(
        "MethodTexts", "TCP: send small writes at once instead of collecting them (Nagle)."
    ),
    "getInfo": QT_TRANSLATE_NOOP("MethodTexts", "Tell the socket's type, state and addresses."),
    "getNetworkList": QT_TRANSLATE_NOOP(
        "MethodTexts", "List the addresses of this machine's network adapters."
    ),
    "joinGroup": QT_TRANSLATE_NOOP(
        "MethodTexts", "UDP: receive what is sent to a multicast group. Bind first."
    ),
    "leaveGroup": QT_TRANSLATE_NOOP("MethodTexts", "UDP: receive no more of a multicast group."),
    "setMulticastTimeToLive": QT_TRANSLATE_NOOP(
        "MethodTexts", "UDP: how many routers what is sent to groups may pass. Before bind."
    ),
    "setMulticastLoopbackMode": QT_TRANSLATE_NOOP(
        "MethodTexts", "UDP: whether this machine hears what it sends to groups. Before bind."
    ),
    "getJoinedGroups": QT_TRANSLATE_NOOP(
        "MethodTexts", "List the multicast groups that the socket has joined."
    ),
    "secure": QT_TRANSLATE_NOOP(
        "MethodTexts", "Begin TLS, as its client, on a connected TCP socket; before the first read."
    ),
}
"""By the method's name."""

PORTING = {
    "create": QT_TRANSLATE_NOOP(
        "MethodTexts", "Which one depends on what the socket is for: client, server or UDP."
    ),
    "connect": QT_TRANSLATE_NOOP(
        "MethodTexts", "For UDP there is none: give address and port to each sockets.udp.send."
    ),
    "read": QT_TRANSLATE_NOOP(
        "MethodTexts",
        "There is no read: data comes by itself as an event. setPaused(socketId, true) holds it "
        "back.",
    ),
    "recvFrom": QT_TRANSLATE_NOOP(
        "MethodTexts", "There is no recvFrom: datagrams come by themselves as events."
    ),
    "write": QT_TRANSLATE_NOOP(
        "MethodTexts", "The answer is {resultCode, bytesSent} instead of {bytesWritten}."
    ),
    "sendTo": QT_TRANSLATE_NOOP(
        "MethodTexts",
        "Bind first, if only to port 0. The answer is {resultCode, bytesSent}.",
    ),
    "accept": QT_TRANSLATE_NOOP(
        "MethodTexts",
        "There is no accept: connections come as events, with clientSocketId; that socket of "
        "sockets.tcp is paused until setPaused(clientSocketId, false).",
    ),
}
"""What else is different today, where something is."""


def help_text(method: str) -> str:
    """What the call is for."""
    return _translate(HELP[method])


def porting_text(method: str) -> str:
    """What to mind besides another name; empty where nothing is."""
    return _translate(PORTING[method]) if method in PORTING else ""


def _translate(text: object) -> str:
    return QCoreApplication.translate(CONTEXT, str(text))
