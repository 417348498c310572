"""Calls of early guides that Chromium refuses, and what took their place."""

import re
from collections.abc import Mapping
from typing import Final

MODERN_CALLS: Final[Mapping[str, str]] = {
    "socket.create": "chrome.sockets.tcp.create(properties, callback), "
    "or udp.create, tcpServer.create",
    "socket.destroy": "chrome.sockets.tcp.close(socketId, callback), or udp.close",
    "socket.connect": "chrome.sockets.tcp.connect(socketId, peerAddress, peerPort, callback)",
    "socket.read": "chrome.sockets.tcp.onReceive.addListener((info) => …)",
    "socket.write": "chrome.sockets.tcp.send(socketId, data, callback)",
    "socket.listen": "chrome.sockets.tcpServer.listen(socketId, address, port, callback)",
    "socket.accept": "chrome.sockets.tcpServer.onAccept.addListener((info) => …)",
    "socket.bind": "chrome.sockets.udp.bind(socketId, address, port, callback)",
    "socket.recvFrom": "chrome.sockets.udp.onReceive.addListener((info) => …)",
    "socket.sendTo": "chrome.sockets.udp.send(socketId, data, address, port, callback)",
    "socket.joinGroup": "chrome.sockets.udp.joinGroup(socketId, address, callback)",
    "socket.getInfo": "chrome.sockets.tcp.getInfo(socketId, callback)",
    "socket.getNetworkList": "chrome.system.network.getNetworkInterfaces(callback)",
}
"""Method of `chrome.socket` to what does the same in the API of today, in a script's words."""

_REFUSED = re.compile(r"Error in invocation of (socket\.\w+)\(.*No matching signature", re.DOTALL)


def refused_call(message: str) -> str | None:
    """The method of `chrome.socket` whose early form an error refuses; `None` for other errors."""
    match = _REFUSED.search(message)
    return match[1] if match is not None and match[1] in MODERN_CALLS else None
