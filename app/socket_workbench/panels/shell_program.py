"""Actions as commands of socat and Ncat, for any POSIX shell."""

import shlex
from typing import Final

from socket_workbench.panels.copying import Action, Connect, Join, Listen, Receive, SendDatagram

WAIT_S: Final = 5
"""How long a command waits for an answer after all was sent."""
PIPE_BYTES: Final = 4096
"""What a pipe hands over whole; a longer datagram comes from a file, or it would be cut."""
DATAGRAM_BUFFER_BYTES: Final = 65536
_PLAIN: Final = frozenset(range(0x20, 0x7F)) - frozenset(b"\\%'")
_SHORT: Final = {0x0A: "\\n", 0x0D: "\\r", 0x09: "\\t", 0x5C: "\\\\", 0x25: "%%"}


def printf_command(data: bytes) -> str:
    """A `printf` that writes exactly these bytes, in every POSIX shell."""
    written = [_printf_byte(byte) for byte in data]
    if data.startswith(b"-"):
        written[0] = _octal(data[0])  # it would begin an option
    return f"printf '{''.join(written)}'"


def socat_command(action: Action) -> str:
    """The action for socat."""
    match action:
        case Connect():
            kind = "OPENSSL" if action.is_secure else f"TCP{_family(action.host)}"
            address = f"{kind}:{_bracketed(action.host)}:{action.port}"
            if not action.data:
                return f"socat - {_quoted(address)}\n"
            # A send ends no connection; what ends our side would lose the answer of some.
            address = _quoted(f"{address},shut-none")
            return f"{printf_command(action.data)} | socat -t {WAIT_S} - {address}\n"
        case SendDatagram():
            target = f"{_bracketed(action.host)}:{action.port}"
            address = _quoted(f"UDP{_family(action.host)}:{target}{_broadcast(action.host)}")
            command = f"socat -t {WAIT_S} -b {DATAGRAM_BUFFER_BYTES} - {address}"
            return _fed(action.data, command)
        case Listen():
            options = f"bind={_bracketed(action.address)},reuseaddr,fork"
            address = f"TCP{_family(action.address)}-LISTEN:{action.port},{options}"
            return f"socat -u {_quoted(address)} -\n"
        case Receive():
            options = f"bind={_bracketed(action.address)}"
            address = f"UDP{_family(action.address)}-RECV:{action.port},{options}"
            return f"socat -u -b {DATAGRAM_BUFFER_BYTES} {_quoted(address)} -\n"
        case Join():
            if _family(action.group) == "6":
                options = f"ipv6-join-group={_bracketed(action.group)}:0,reuseaddr"
            else:
                options = f"ip-add-membership={action.group}:0.0.0.0,reuseaddr"
            address = f"UDP{_family(action.group)}-RECV:{action.port},{options}"
            return f"socat -u -b {DATAGRAM_BUFFER_BYTES} {_quoted(address)} -\n"


def ncat_command(action: Action) -> str:
    """The action for Ncat.

    Raises:
        ValueError: Ncat joins no groups.
    """
    match action:
        case Connect():
            secure = "--ssl --ssl-verify " if action.is_secure else ""
            target = f"{_option(action.host)}{secure}-- {_quoted(action.host)} {action.port}"
            if not action.data:
                return f"ncat {target}\n"
            return f"{printf_command(action.data)} | ncat --no-shutdown {target}\n"
        case SendDatagram():
            target = f"{_option(action.host)}-- {_quoted(action.host)} {action.port}"
            # Ncat leaves at the end of its input, answers or not; and it cuts what is longer.
            return f"{{ {printf_command(action.data)}; sleep {WAIT_S}; }} | ncat -u {target}\n"
        case Listen():
            target = f"{_option(action.address)}-- {_quoted(action.address)} {action.port}"
            return f"ncat -l -k {target}\n"
        case Receive():
            target = f"{_option(action.address)}-- {_quoted(action.address)} {action.port}"
            return f"ncat -u -l {target}\n"
        case Join():
            raise ValueError("Ncat joins no groups")


def _fed(data: bytes, command: str) -> str:
    """The command with `data` as its input, in one piece."""
    if len(data) <= PIPE_BYTES:
        return f"{printf_command(data)} | {command}\n"
    return f'f=$(mktemp) && {printf_command(data)} > "$f" && {command} < "$f"; rm -f "$f"\n'


def _printf_byte(byte: int) -> str:
    return _SHORT.get(byte) or (chr(byte) if byte in _PLAIN else _octal(byte))


def _octal(byte: int) -> str:
    return f"\\{byte:03o}"  # always three digits: a digit may follow


def _quoted(text: str) -> str:
    return shlex.quote(text)


def _is_ipv6(host: str) -> bool:
    return ":" in host


def _bracketed(host: str) -> str:
    return f"[{host}]" if _is_ipv6(host) else host


def _family(host: str) -> str:
    """`4` or `6` for an address, nothing for a name."""
    if _is_ipv6(host):
        return "6"
    return "4" if host.replace(".", "").isdigit() else ""


def _option(host: str) -> str:
    family = _family(host)
    return f"-{family} " if family else ""


def _broadcast(host: str) -> str:
    return ",broadcast" if host.endswith(".255") else ""
