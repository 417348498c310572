"""The sentences of the TCP client panel about TLS, certificates and coming back by itself."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from socket_workbench.net.tls_trust import NOT_PINNED
from socket_workbench.panels.messages import Message, Offer

CLIENT_TITLES = {
    Message.UNEXPECTED: QT_TRANSLATE_NOOP(
        "Texts", "A mistake of this program ended “{action}”: {text}"
    ),
    Message.TLS_FAILED: QT_TRANSLATE_NOOP(
        "Texts", "{peer} took the connection, but TLS could not be agreed on."
    ),
    Message.HANDSHAKE_CANCELLED: QT_TRANSLATE_NOOP(
        "Texts", "The TLS handshake with {peer} was cancelled after {seconds} s."
    ),
    Message.PEER_CERTIFICATE_REFUSED: QT_TRANSLATE_NOOP(
        "Texts", "The certificate of {peer} was refused."
    ),
    Message.PEER_CERTIFICATE_UNSEEN: QT_TRANSLATE_NOOP(
        "Texts", "The certificate of {peer} could not be looked at."
    ),
    Message.PEER_CERTIFICATE_UNREADABLE: QT_TRANSLATE_NOOP(
        "Texts", "What {peer} sent as its certificate cannot be read: {text}"
    ),
    Message.PEER_CERTIFICATE_SAVED: QT_TRANSLATE_NOOP(
        "Texts", "The certificate was saved as {path}."
    ),
    Message.PEER_CERTIFICATE_NOT_SAVED: QT_TRANSLATE_NOOP(
        "Texts", "The certificate was not saved: {path} cannot be written."
    ),
    Message.CA_FILE_UNREADABLE: QT_TRANSLATE_NOOP("Texts", "The CA file {path} cannot be read."),
    Message.CA_FILE_WRONG: QT_TRANSLATE_NOOP("Texts", "The CA file {path} has no certificate."),
    Message.RETRIES_USED_UP: QT_TRANSLATE_NOOP(
        "Texts", "{peer} did not come back; attempts made by themselves: {attempts}."
    ),
}
CLIENT_DETAILS = {
    Message.UNEXPECTED: QT_TRANSLATE_NOOP(
        "Texts", "Nothing is under way any more; you may try again. The program's log has the rest."
    ),
    Message.HANDSHAKE_CANCELLED: QT_TRANSLATE_NOOP(
        "Texts",
        "It took the connection and then said nothing: it may speak no TLS on this port, or wait "
        "for something to be sent first.",
    ),
    Message.PEER_CERTIFICATE_UNREADABLE: QT_TRANSLATE_NOOP(
        "Texts", "It breaks the rules for certificates. Ask who runs the server."
    ),
    Message.CA_FILE_WRONG: QT_TRANSLATE_NOOP(
        "Texts", "It must hold certificates in PEM or DER. Nothing was connected."
    ),
}
CLIENT_CAUSES = {
    NOT_PINNED: QT_TRANSLATE_NOOP(
        "Texts",
        "It is another one than the one you trust for this host and port: it was renewed, or "
        "somebody stands in between.",
    ),
    "TLS: certificate has expired": QT_TRANSLATE_NOOP(
        "Texts", "It has expired: the server needs a new one."
    ),
    "TLS: certificate is not yet valid": QT_TRANSLATE_NOOP(
        "Texts", "It is not valid yet. Is the clock of this computer right?"
    ),
    "TLS: self-signed certificate": QT_TRANSLATE_NOOP(
        "Texts", "It is signed by itself only, so nobody vouches for it."
    ),
    "TLS: self-signed certificate in certificate chain": QT_TRANSLATE_NOOP(
        "Texts", "It was issued by an authority that this system does not know."
    ),
    "TLS: unable to get local issuer certificate": QT_TRANSLATE_NOOP(
        "Texts", "It was issued by an authority that this system does not know."
    ),
}
"""Why a certificate was refused, in OpenSSL's words and in ours; others are told by their code."""
OFFERS = {
    Offer.SHOW_CERTIFICATE: QT_TRANSLATE_NOOP("Texts", "Show certificate…"),
}
"""What the buttons of notices say."""
OFFER_HINTS = {
    Offer.SHOW_CERTIFICATE: QT_TRANSLATE_NOOP(
        "Texts", "Look at it, and trust it if you know it; or give its issuer's as CA file."
    ),
}
"""What stands behind a detail where there is such a button."""
