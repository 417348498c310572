"""Ports of this machine."""

import socket

TCP, UDP = socket.SOCK_STREAM, socket.SOCK_DGRAM


def free_port(kind: socket.SocketKind = TCP) -> int:
    """A port of 127.0.0.1 that was free a moment ago."""
    with socket.socket(type=kind) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
