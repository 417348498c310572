"""Message ids, result codes and causes as translated sentences; the one place that has them."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from socket_workbench.net.errors import code_name
from socket_workbench.panels.messages import Message, Offer
from socket_workbench.panels.notice import Notice
from socket_workbench_ui.client_texts import (
    CLIENT_CAUSES,
    CLIENT_DETAILS,
    CLIENT_TITLES,
    OFFER_HINTS,
    OFFERS,
)
from socket_workbench_ui.datagram_texts import DATAGRAM_CODES, DATAGRAM_DETAILS, DATAGRAM_TITLES
from socket_workbench_ui.numbers import size_text
from socket_workbench_ui.script_texts import SCRIPT_DETAILS, SCRIPT_FILE_CAUSES, SCRIPT_TITLES
from socket_workbench_ui.server_texts import LISTEN_CODES, SERVER_DETAILS, SERVER_TITLES

CONTEXT = "Texts"
CONNECT_MESSAGES = (Message.CONNECT_FAILED,)
ABOUT_FILES = (
    Message.FILE_UNREADABLE,
    Message.CERTIFICATE_UNREADABLE,
    Message.CA_FILE_UNREADABLE,
    Message.PEER_CERTIFICATE_NOT_SAVED,
    Message.SCRIPT_NOT_SAVED,
)


@dataclass(frozen=True, slots=True)
class NoticeText:
    """A notice in words."""

    title: str
    """What happened to what."""
    facts: str
    """Code, its name and the cause, as the API's users know them; empty where there is none."""
    detail: str
    """What that means and what to try next; may be empty."""

    def plain(self) -> str:
        """All of it, for the clipboard and for screen readers."""
        return "\n".join(part for part in (self.title, self.facts, self.detail) if part)


TITLES = {
    Message.HOST_MISSING: QT_TRANSLATE_NOOP("Texts", "There is no host to connect to."),
    Message.HOST_HAS_SPACES: QT_TRANSLATE_NOOP("Texts", "“{host}” is no host: it has a space."),
    Message.PORT_MISSING: QT_TRANSLATE_NOOP("Texts", "There is no port."),
    Message.PORT_INVALID: QT_TRANSLATE_NOOP("Texts", "“{port}” is no port."),
    Message.CONNECT_FAILED: QT_TRANSLATE_NOOP("Texts", "Could not connect to {peer}."),
    Message.CONNECT_CANCELLED: QT_TRANSLATE_NOOP(
        "Texts", "Connecting to {peer} was cancelled after {seconds} s."
    ),
    Message.PEER_CLOSED: QT_TRANSLATE_NOOP("Texts", "{peer} closed the connection."),
    Message.PEER_FINISHED: QT_TRANSLATE_NOOP("Texts", "{peer} has closed its side."),
    Message.CONNECTION_LOST: QT_TRANSLATE_NOOP("Texts", "The connection to {peer} was lost."),
    Message.SEND_FAILED: QT_TRANSLATE_NOOP("Texts", "A send of {size} failed."),
    Message.SEND_ABANDONED: QT_TRANSLATE_NOOP(
        "Texts", "The connection was ended during a send of {size}."
    ),
    Message.OPTION_REFUSED: QT_TRANSLATE_NOOP("Texts", "The socket refused {call}."),
    Message.SOCKET_GONE: QT_TRANSLATE_NOOP("Texts", "{socket} was closed from outside this panel."),
    Message.CALL_FAILED: QT_TRANSLATE_NOOP("Texts", "{method} failed: {text}"),
    Message.FILE_UNDER_WAY: QT_TRANSLATE_NOOP("Texts", "{path} was not sent."),
    Message.FILE_UNREADABLE: QT_TRANSLATE_NOOP("Texts", "{path} cannot be read."),
    # The legacy panel
    Message.CALL_GAVE_ERROR: QT_TRANSLATE_NOOP("Texts", "{method} gave an error."),
    Message.CALLBACK_DROPPED: QT_TRANSLATE_NOOP("Texts", "The callback of {method} never runs."),
    **CLIENT_TITLES,
    **SERVER_TITLES,
    **SCRIPT_TITLES,
    **DATAGRAM_TITLES,
}
"""Every message has one; the names in braces are the values of its notice, `peer` host and port."""

DETAILS = {
    Message.HOST_MISSING: QT_TRANSLATE_NOOP(
        "Texts", "Type a name such as localhost, or an IPv4 or IPv6 address."
    ),
    Message.HOST_HAS_SPACES: QT_TRANSLATE_NOOP(
        "Texts", "Names and addresses have none. Nothing was sent."
    ),
    Message.PORT_MISSING: QT_TRANSLATE_NOOP("Texts", "Type a number from 1 to 65535."),
    Message.PORT_INVALID: QT_TRANSLATE_NOOP(
        "Texts", "A port is a whole number from 1 to 65535. Nothing was sent."
    ),
    Message.CONNECT_CANCELLED: QT_TRANSLATE_NOOP(
        "Texts",
        "There was no answer until then: the host may be down, the address wrong, or a firewall "
        "may drop what is sent to this port without a word.",
    ),
    Message.PEER_FINISHED: QT_TRANSLATE_NOOP(
        "Texts",
        "It ended in order: all that it sent has arrived, and no more will come. What you send "
        "may still be read there. Reconnect to begin anew.",
    ),
    Message.SEND_ABANDONED: QT_TRANSLATE_NOOP(
        "Texts", "How much of it had left by then is not known; the far side may have a part."
    ),
    Message.FILE_UNDER_WAY: QT_TRANSLATE_NOOP(
        "Texts", "Another file is still being sent; wait for it or cancel it."
    ),
    Message.SOCKET_GONE: QT_TRANSLATE_NOOP("Texts", "Connect makes a new socket."),
    # The legacy panel
    Message.CALLBACK_DROPPED: QT_TRANSLATE_NOOP(
        "Texts", "What it waited for was ended under it; Chromium drops the callback then, too."
    ),
    **CLIENT_DETAILS,
    **SERVER_DETAILS,
    **SCRIPT_DETAILS,
    **DATAGRAM_DETAILS,
}
"""What some messages always say; the others explain their cause or code."""

CODES = {
    -1: QT_TRANSLATE_NOOP("Texts", "The operation is still under way."),
    -2: QT_TRANSLATE_NOOP(
        "Texts", "The operation failed in a way that the API has no code of its own for."
    ),
    -3: QT_TRANSLATE_NOOP("Texts", "The operation was broken off."),
    -4: QT_TRANSLATE_NOOP(
        "Texts", "An argument makes no sense here. Check address, port and sizes."
    ),
    -5: QT_TRANSLATE_NOOP("Texts", "The system no longer knows this socket. Connect again."),
    -7: QT_TRANSLATE_NOOP(
        "Texts", "The far side did not answer in time. Is it still up and reachable?"
    ),
    -9: QT_TRANSLATE_NOOP("Texts", "The socket is not in the state that this call needs."),
    -10: QT_TRANSLATE_NOOP(
        "Texts", "The system does not allow it. Ports below 1024 often need more rights."
    ),
    -11: QT_TRANSLATE_NOOP("Texts", "This system, or this kind of socket, cannot do that."),
    -12: QT_TRANSLATE_NOOP(
        "Texts", "The system has no more of something, such as open files. Close some sockets."
    ),
    -13: QT_TRANSLATE_NOOP("Texts", "There is not enough memory. Send less at once."),
    -15: QT_TRANSLATE_NOOP("Texts", "The socket is not connected. Connect first, then send."),
    -23: QT_TRANSLATE_NOOP("Texts", "The socket is connected already. Disconnect it first."),
    -100: QT_TRANSLATE_NOOP(
        "Texts", "The connection has ended. The API reports a reset with this code as well."
    ),
    -101: QT_TRANSLATE_NOOP("Texts", "The far side threw the connection away."),
    -102: QT_TRANSLATE_NOOP(
        "Texts",
        "The machine answers, but nothing accepts connections on this port. Is the server "
        "running, and on this port and address?",
    ),
    -103: QT_TRANSLATE_NOOP("Texts", "The system gave the connection up. Connect again."),
    -104: QT_TRANSLATE_NOOP(
        "Texts", "The connection could not be made; the socket may be in use by another connect."
    ),
    -105: QT_TRANSLATE_NOOP(
        "Texts",
        "No address is known for this name. Check its spelling, the DNS choice (a name may have "
        "only IPv4 or only IPv6 addresses) and that the computer is online.",
    ),
    -106: QT_TRANSLATE_NOOP("Texts", "The network is down. Check cable, Wi-Fi or VPN."),
    -107: QT_TRANSLATE_NOOP(
        "Texts", "The far side does not speak TLS properly here. Is this its TLS port?"
    ),
    -108: QT_TRANSLATE_NOOP("Texts", "This address cannot be used here."),
    -109: QT_TRANSLATE_NOOP(
        "Texts",
        "There is no way to this address. Check the address, the adapter table and whether a "
        "VPN or route is missing.",
    ),
    -110: QT_TRANSLATE_NOOP("Texts", "The server asks for a client certificate."),
    -113: QT_TRANSLATE_NOOP(
        "Texts", "Both sides have no TLS version or cipher in common. Widen the version range."
    ),
    -117: QT_TRANSLATE_NOOP("Texts", "The far side does not accept this side's certificate."),
    -118: QT_TRANSLATE_NOOP(
        "Texts",
        "Nobody answered. The host may be down, the address wrong, or a firewall may drop what "
        "is sent to this port.",
    ),
    -125: QT_TRANSLATE_NOOP("Texts", "The far side could not unpack a TLS record."),
    -126: QT_TRANSLATE_NOOP("Texts", "The far side found a TLS record damaged."),
    -138: QT_TRANSLATE_NOOP(
        "Texts", "The system forbids this connection. A local firewall rule may be the reason."
    ),
    -142: QT_TRANSLATE_NOOP("Texts", "The message is too big for one datagram, or for the buffer."),
    -147: QT_TRANSLATE_NOOP(
        "Texts", "Another program, or another socket here, has this address and port already."
    ),
    -153: QT_TRANSLATE_NOOP("Texts", "The far side could not check the TLS handshake."),
    -159: QT_TRANSLATE_NOOP("Texts", "The server has no certificate for this host name."),
    -176: QT_TRANSLATE_NOOP("Texts", "The system's buffers are full. Send more slowly."),
    -181: QT_TRANSLATE_NOOP("Texts", "The key of the certificate is not meant for TLS servers."),
    -200: QT_TRANSLATE_NOOP("Texts", "The certificate is for another name than the one typed."),
    -201: QT_TRANSLATE_NOOP("Texts", "The certificate has expired, or is not valid yet."),
    -202: QT_TRANSLATE_NOOP(
        "Texts", "The issuer of the certificate is not trusted, or it is self-signed."
    ),
    -206: QT_TRANSLATE_NOOP("Texts", "The certificate was revoked."),
    -207: QT_TRANSLATE_NOOP("Texts", "The certificate is not a valid one."),
    -208: QT_TRANSLATE_NOOP("Texts", "The certificate is signed by a method that is too weak."),
    -211: QT_TRANSLATE_NOOP("Texts", "The key of the certificate is too weak."),
    -213: QT_TRANSLATE_NOOP("Texts", "The certificate is valid for too long a time."),
}
"""What each result code means and what to try next."""

CAUSES = {
    "FIN": QT_TRANSLATE_NOOP(
        "Texts",
        "It ended in order: all that the far side sent has arrived. Connect again to go on.",
    ),
    "local": QT_TRANSLATE_NOOP("Texts", "This side ended it."),
    "timeout": QT_TRANSLATE_NOOP(
        "Texts",
        "Nobody answered within the time allowed. The host may be down, the address wrong, or a "
        "firewall may drop what is sent to this port.",
    ),
    "ECONNRESET": QT_TRANSLATE_NOOP(
        "Texts",
        "The far side threw the connection away (TCP reset): its program crashed, was ended, "
        "or closed with data unread. What was on its way may be lost.",
    ),
    "EPIPE": QT_TRANSLATE_NOOP(
        "Texts", "The connection had ended already when this was to be sent. Connect again."
    ),
    "ETIMEDOUT": QT_TRANSLATE_NOOP(
        "Texts",
        "The far side stopped answering. It may be down, or the way there interrupted.",
    ),
    "EMFILE": QT_TRANSLATE_NOOP(
        "Texts", "This program has as many files and sockets open as it may. Close some."
    ),
    "permission": QT_TRANSLATE_NOOP("Texts", "The permission profile does not allow it."),
}
"""What a cause tells beyond the code; those without an entry are told by their code."""

FILE_CAUSES = {
    "ENOENT": QT_TRANSLATE_NOOP("Texts", "There is no such file. Was it moved or renamed?"),
    "EISDIR": QT_TRANSLATE_NOOP("Texts", "It is a folder. Choose a file."),
    "EINVAL": QT_TRANSLATE_NOOP("Texts", "It is not a regular file. Choose another."),
    "EACCES": QT_TRANSLATE_NOOP("Texts", "You have no right to read it."),
    "EIO": QT_TRANSLATE_NOOP("Texts", "The disk reports an error."),
    **SCRIPT_FILE_CAUSES,
}
"""The same for files, where an errno often means something else than for sockets."""

HOST_HINTS = (
    (r".*\[", QT_TRANSLATE_NOOP("Texts", "The API takes IPv6 addresses without brackets: ::1.")),
    (r".*/", QT_TRANSLATE_NOOP("Texts", "Type the host alone, without https:// and path.")),
    (r".*%", QT_TRANSLATE_NOOP("Texts", "The API takes no zone (%eth0) after an address.")),
    (r"[^:]+:\d+$", QT_TRANSLATE_NOOP("Texts", "Type the port into the field for it instead.")),
)
"""What is often typed as a host and resolves to nothing."""

LINK_LOCAL_HINT = QT_TRANSLATE_NOOP(
    "Texts",
    "Addresses from fe80:: to febf:: are good on one adapter only, and the API takes no zone that "
    "would name it. Use another address of that machine.",
)


def notice_text(notice: Notice) -> NoticeText:
    """Put a notice into words."""
    detail = " ".join(part for part in (_detail(notice), _hint(notice)) if part)
    return NoticeText(_title(notice), facts_text(notice.code, notice.cause), detail)


def facts_text(code: int | None, cause: str) -> str:
    """Code, name and cause in one line: `-102 CONNECTION_REFUSED · cause ECONNREFUSED`."""
    parts = [] if code is None else [code_text(code)]
    if cause:
        parts.append(_translate(QT_TRANSLATE_NOOP("Texts", "cause {cause}")).format(cause=cause))
    return " · ".join(parts)


def code_text(code: int) -> str:
    """A result code with its name: `-102 CONNECTION_REFUSED`, `0 OK`."""
    return f"{code} {code_name(code)}".rstrip()


def code_meaning(code: int) -> str:
    """What a result code means and what to try next; empty for those without a need."""
    return _translate(CODES.get(code, ""))


def cause_meaning(cause: str) -> str:
    """What a cause tells beyond the code; empty where it tells no more."""
    return _translate(CAUSES.get(cause, ""))


def offer_text(offer: Offer) -> str:
    """What the button of a notice says; empty where it offers nothing."""
    return _translate(OFFERS.get(offer, ""))


def modern_call_text(text: str) -> str:
    """What took the place of an early call; some have an “or” in them."""
    return _translate(text)


def peer_text(host: str, port: int) -> str:
    """`host:port`, an IPv6 address in brackets."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _title(notice: Notice) -> str:
    values = dict(notice.values)
    if "host" in values and "port" in values:
        values["peer"] = peer_text(str(values["host"]), int(values["port"]))
    values.setdefault("peer", _translate(QT_TRANSLATE_NOOP("Texts", "the far side")))
    if isinstance(size := values.get("bytes"), int):
        values["size"] = size_text(size)
    if "modern" in values:
        values["modern"] = modern_call_text(str(values["modern"]))
    return _translate(TITLES[notice.message]).format(**values)


def _detail(notice: Notice) -> str:
    return _detail_of_message(notice) or _detail_of_code(notice)


def _detail_of_message(notice: Notice) -> str:
    """What is told differently because of the message."""
    message, host = notice.message, str(notice.values.get("host", ""))
    if message in CONNECT_MESSAGES:
        return _translate(_host_hint(host, notice.cause) or DETAILS.get(message, ""))
    if message in ABOUT_FILES:
        return _translate(FILE_CAUSES.get(notice.cause, ""))
    if message is Message.PEER_CERTIFICATE_REFUSED and notice.cause in CLIENT_CAUSES:
        return _translate(CLIENT_CAUSES[notice.cause])
    return _translate(DETAILS.get(message, ""))


def _host_hint(host: str, cause: str) -> object:
    """What is wrong with a host as typed, where that can be seen."""
    if cause == "EINVAL" and re.match(r"fe[89ab][0-9a-f]:", host, re.IGNORECASE):
        return LINK_LOCAL_HINT
    return next((hint for pattern, hint in HOST_HINTS if re.match(pattern, str(host))), "")


def _detail_of_code(notice: Notice) -> str:
    codes = DATAGRAM_CODES.get(notice.message, {})
    if notice.message is Message.LISTEN_FAILED:
        codes = LISTEN_CODES
    if notice.code in codes:
        return _translate(codes[notice.code])
    if notice.cause in CAUSES:
        return cause_meaning(notice.cause)
    return "" if notice.code is None else code_meaning(notice.code)


def _hint(notice: Notice) -> str:
    return _translate(OFFER_HINTS.get(notice.offer, ""))


def _translate(text: object) -> str:
    return QCoreApplication.translate(CONTEXT, str(text))
