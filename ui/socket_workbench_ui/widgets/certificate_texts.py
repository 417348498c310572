"""What certificates say, and why they are refused, in words."""

from datetime import datetime, timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from socket_workbench.panels.certificates import CertificateFacts, CertificateProblem, KeyFacts

CONTEXT = "CertificateTexts"
PROBLEMS = {
    CertificateProblem.EXPIRED: QT_TRANSLATE_NOOP(
        "CertificateTexts",
        "It has expired. Renew it on the server; if this is your own server, you may trust it "
        "all the same.",
    ),
    CertificateProblem.NOT_YET_VALID: QT_TRANSLATE_NOOP(
        "CertificateTexts", "It is not valid yet. Is the clock of this computer right?"
    ),
    CertificateProblem.OTHER_NAME: QT_TRANSLATE_NOOP(
        "CertificateTexts",
        "It is for another name than the one connected to. Connect by one of its names, or check "
        "that this is the machine you mean.",
    ),
    CertificateProblem.SELF_SIGNED: QT_TRANSLATE_NOOP(
        "CertificateTexts",
        "It is signed by itself only, so nobody vouches for it. Compare its fingerprint with the "
        "one on the server before you trust it.",
    ),
    CertificateProblem.UNKNOWN_ISSUER: QT_TRANSLATE_NOOP(
        "CertificateTexts",
        "This system does not know its issuer. Give the issuer's certificate as CA file, or "
        "compare the fingerprint with the one on the server before you trust it.",
    ),
    CertificateProblem.NOT_THE_TRUSTED_ONE: QT_TRANSLATE_NOOP(
        "CertificateTexts",
        "It is another one than the one you trust for this host and port: it was renewed, or "
        "somebody stands in between. Ask who runs the server before you trust it.",
    ),
    CertificateProblem.WEAK_KEY: QT_TRANSLATE_NOOP(
        "CertificateTexts", "Its key is too short to be safe. The server needs a new one."
    ),
    CertificateProblem.WEAK_SIGNATURE: QT_TRANSLATE_NOOP(
        "CertificateTexts",
        "It is signed by a method that can be forged. The server needs a new one.",
    ),
    CertificateProblem.REVOKED: QT_TRANSLATE_NOOP(
        "CertificateTexts", "Its issuer has revoked it: do not trust it."
    ),
    CertificateProblem.INVALID: QT_TRANSLATE_NOOP(
        "CertificateTexts", "It breaks the rules for certificates, or is not made for a server."
    ),
}
"""Why a certificate is refused and what to try next; every problem has its text."""


def problem_text(problem: CertificateProblem) -> str:
    """What speaks against a certificate, and what to try next."""
    return _translate(PROBLEMS[problem])


def key_text(key: KeyFacts) -> str:
    """`EC secp256r1, 256 bits`."""
    if not key.kind:
        return _translate(QT_TRANSLATE_NOOP("CertificateTexts", "of a kind not known here"))
    name = f"{key.kind} {key.curve}".strip()
    bits = _translate(QT_TRANSLATE_NOOP("CertificateTexts", "{key}, {bits} bits"))
    return bits.format(key=name, bits=key.bits) if key.bits else name


def moment_text(moment: datetime) -> str:
    """A time of a certificate, to the minute, in UTC."""
    return f"{moment:%Y-%m-%d %H:%M} UTC"


def time_left_text(left: timedelta) -> str:
    """`12 days left`, `expired 3 days ago`."""
    days = abs(left).days
    if left < timedelta():
        text = QT_TRANSLATE_NOOP("CertificateTexts", "expired, days ago: {days}")
    else:
        text = QT_TRANSLATE_NOOP("CertificateTexts", "days left: {days}")
    return _translate(text).format(days=days)


def validity_text(certificate: CertificateFacts, now: datetime) -> str:
    """Both ends of the validity, and how far away its end is."""
    text = _translate(QT_TRANSLATE_NOOP("CertificateTexts", "{begin} to {end} ({left})"))
    return text.format(
        begin=moment_text(certificate.valid_from),
        end=moment_text(certificate.valid_until),
        left=time_left_text(certificate.time_left(now)),
    )


def _translate(text: object) -> str:
    return QCoreApplication.translate(CONTEXT, str(text))
