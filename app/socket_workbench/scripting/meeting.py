"""How the program and a script's process come to the two ends of one socket.

Where processes inherit descriptors the child is given one. Windows has no such thing: there the
child calls a port on loopback, and shows a token that it was told over its standard input, which
nobody else can read.
"""

import hmac
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from typing import IO, Final

INHERITS = sys.platform != "win32"
"""Whether processes inherit descriptors."""
TOKEN_BYTES: Final = 32
TIMEOUT_S: Final = 20.0
GLANCE_S: Final = 0.2
"""How often it is looked whether the child still runs."""

Command = Callable[[str], list[str]]
"""What starts the child; it is told the place to come to."""
Child = tuple[socket.socket, "subprocess.Popen[bytes]"]


def spawn(command: Command, errors: IO[bytes]) -> Child:
    """Start a process and give our end of the socket to it; blocks until both are there.

    Its standard input ends when we do.

    Raises:
        OSError: It cannot be started, or did not come.
    """
    if INHERITS:
        return _spawn_heir(command, errors)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        token, port = secrets.token_bytes(TOKEN_BYTES), listener.getsockname()[1]
        process = _popen(command(f"127.0.0.1:{port}"), errors, ())
        try:
            assert process.stdin is not None
            process.stdin.write(token)
            process.stdin.flush()
            return _take_in(listener, token, process), process
        except BaseException:
            process.kill()
            process.communicate()
            raise


def join(place: str) -> socket.socket:
    """Come to the place that `spawn` named; called once, in the child.

    Raises:
        OSError: There is nobody.
    """
    host, _, port = place.partition(":")
    if not port:
        return socket.socket(fileno=int(place))
    end = socket.create_connection((host, int(port)), TIMEOUT_S)
    end.sendall(_read_token())
    end.settimeout(None)
    _hurry(end)
    return end


def _spawn_heir(command: Command, errors: IO[bytes]) -> Child:
    ours, theirs = socket.socketpair()
    with theirs:
        try:
            number = theirs.fileno()
            return ours, _popen(command(str(number)), errors, (number,))
        except BaseException:
            ours.close()
            raise


def _popen(
    command: list[str], errors: IO[bytes], heirlooms: tuple[int, ...]
) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        command,
        pass_fds=heirlooms,
        stdin=subprocess.PIPE,  # its end tells the process that we are gone
        stdout=subprocess.DEVNULL,
        stderr=errors,
    )


def _take_in(
    listener: socket.socket, token: bytes, process: "subprocess.Popen[bytes]"
) -> socket.socket:
    """Wait for whoever knows the token."""
    ends_s = time.monotonic() + TIMEOUT_S
    listener.settimeout(GLANCE_S)
    while time.monotonic() < ends_s and process.poll() is None:
        try:
            guest, _ = listener.accept()
        except TimeoutError:
            continue
        if _knows(guest, token):
            _hurry(guest)
            return guest
        guest.close()
    raise ConnectionAbortedError("the process of the script did not come")


def _knows(guest: socket.socket, token: bytes) -> bool:
    guest.settimeout(GLANCE_S)
    said = b""
    try:
        while len(said) < len(token) and (part := guest.recv(len(token) - len(said))):
            said += part
    except OSError:
        return False
    return hmac.compare_digest(said, token)


def _read_token() -> bytes:
    token = b""
    while len(token) < TOKEN_BYTES and (part := os.read(0, TOKEN_BYTES - len(token))):
        token += part
    return token


def _hurry(end: socket.socket) -> None:
    end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
