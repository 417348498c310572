"""The sentences of the TCP server panel, and what a code means where listening failed."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from socket_workbench.panels.messages import Message

SERVER_TITLES = {
    Message.ADDRESS_MISSING: QT_TRANSLATE_NOOP("Texts", "There is no address to listen on."),
    Message.ADDRESS_NO_LITERAL: QT_TRANSLATE_NOOP("Texts", "“{address}” is no IP address."),
    Message.LISTEN_PORT_INVALID: QT_TRANSLATE_NOOP("Texts", "“{port}” is no port to listen on."),
    Message.LISTEN_FAILED: QT_TRANSLATE_NOOP("Texts", "Could not listen on {peer}."),
    Message.LISTENER_GONE: QT_TRANSLATE_NOOP(
        "Texts", "{socket} was closed from outside this panel."
    ),
    Message.ACCEPT_FAILED: QT_TRANSLATE_NOOP("Texts", "Accepting connections has ended."),
    Message.HANDSHAKE_FAILED: QT_TRANSLATE_NOOP(
        "Texts", "{peer} connected, but TLS could not be agreed on."
    ),
    Message.NO_CLIENTS: QT_TRANSLATE_NOOP("Texts", "Nothing was sent: no client is connected."),
    Message.CLIENT_GONE: QT_TRANSLATE_NOOP("Texts", "Nothing was sent: {peer} has left."),
    Message.SENT_TO_SOME: QT_TRANSLATE_NOOP(
        "Texts", "{size} reached {sent} of {clients} clients; {peer} was the first to fail."
    ),
    Message.RULE_STOPPED: QT_TRANSLATE_NOOP(
        "Texts", "The rule {rule} was stopped: its expression took too long over {size}."
    ),
    Message.CERTIFICATE_NOT_CHOSEN: QT_TRANSLATE_NOOP(
        "Texts", "TLS is on, but there is no certificate."
    ),
    Message.CERTIFICATE_UNREADABLE: QT_TRANSLATE_NOOP("Texts", "{path} cannot be read."),
    Message.CERTIFICATE_MISSING: QT_TRANSLATE_NOOP("Texts", "{path} holds no certificate."),
    Message.KEY_MISSING: QT_TRANSLATE_NOOP("Texts", "{path} holds no private key."),
    Message.KEY_OTHER: QT_TRANSLATE_NOOP(
        "Texts", "The private key is not the one of the certificate."
    ),
    Message.CERTIFICATE_PASSWORD_MISSING: QT_TRANSLATE_NOOP(
        "Texts", "{path} is protected by a password."
    ),
    Message.CERTIFICATE_PASSWORD_WRONG: QT_TRANSLATE_NOOP(
        "Texts", "The password does not open {path}."
    ),
    Message.CERTIFICATE_REFUSED: QT_TRANSLATE_NOOP("Texts", "The certificate cannot be used."),
}
"""As `texts.TITLES`."""

SERVER_DETAILS = {
    Message.ADDRESS_MISSING: QT_TRANSLATE_NOOP(
        "Texts",
        "Choose one of this machine's addresses from the list: 127.0.0.1 is for programs on it, "
        "0.0.0.0 for everybody.",
    ),
    Message.ADDRESS_NO_LITERAL: QT_TRANSLATE_NOOP(
        "Texts",
        "To listen takes an IPv4 or IPv6 address of this machine, not a name: 127.0.0.1 or ::1 "
        "for localhost, without brackets or zone. The list offers them.",
    ),
    Message.LISTEN_PORT_INVALID: QT_TRANSLATE_NOOP(
        "Texts", "A port is a whole number from 1 to 65535; 0 lets the system choose a free one."
    ),
    Message.LISTENER_GONE: QT_TRANSLATE_NOOP(
        "Texts", "Its clients stay connected. Listen makes a new socket."
    ),
    Message.NO_CLIENTS: QT_TRANSLATE_NOOP("Texts", "Listen, and wait until one connects."),
    Message.CLIENT_GONE: QT_TRANSLATE_NOOP(
        "Texts", "Choose a client that is connected, or all clients."
    ),
    Message.RULE_STOPPED: QT_TRANSLATE_NOOP(
        "Texts",
        "Nested repeats such as (a+)+ can take for ever. Simplify it, or start the rule again.",
    ),
    Message.CERTIFICATE_NOT_CHOSEN: QT_TRANSLATE_NOOP(
        "Texts", "Press Certificate to generate one for tests, or to choose files of your own."
    ),
    Message.CERTIFICATE_MISSING: QT_TRANSLATE_NOOP(
        "Texts", "Choose a PEM file with -----BEGIN CERTIFICATE----- in it, or a PKCS #12 file."
    ),
    Message.KEY_MISSING: QT_TRANSLATE_NOOP(
        "Texts", "Choose the file with the key of the certificate as well."
    ),
    Message.KEY_OTHER: QT_TRANSLATE_NOOP(
        "Texts", "Choose the key that was made with this certificate, or generate both anew."
    ),
    Message.CERTIFICATE_PASSWORD_MISSING: QT_TRANSLATE_NOOP(
        "Texts", "Press Certificate and type it. It is kept until the panel closes, never saved."
    ),
    Message.CERTIFICATE_PASSWORD_WRONG: QT_TRANSLATE_NOOP(
        "Texts", "Press Certificate and type it again."
    ),
}
"""As `texts.DETAILS`."""

LISTEN_CODES = {
    -4: QT_TRANSLATE_NOOP("Texts", "The system takes neither this address nor this backlog."),
    -10: QT_TRANSLATE_NOOP(
        "Texts",
        "The system does not let you listen there. Ports below 1024 need more rights: try one "
        "above, such as 8080, or 0 for any.",
    ),
    -108: QT_TRANSLATE_NOOP(
        "Texts",
        "No adapter of this machine has this address. Choose one from the list, or 0.0.0.0 or "
        ":: for all.",
    ),
    -109: QT_TRANSLATE_NOOP("Texts", "This machine has no addresses of this kind (IPv6 off?)."),
    -147: QT_TRANSLATE_NOOP(
        "Texts",
        "Another program, or another panel, listens on this port already. End that one, choose "
        "another port, or 0 for any free one.",
    ),
}
"""What the codes mean where listening failed; the others mean what they always do."""
