"""Why nothing arrives, in words."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from socket_workbench.panels.multicast_diagnosis import Finding, Reason
from socket_workbench_ui.numbers import grouped

CONTEXT = "MulticastTexts"

FINDINGS = {
    Reason.RECEIVING: QT_TRANSLATE_NOOP("MulticastTexts", "Receiving: {count} datagrams so far."),
    Reason.NOT_BOUND: QT_TRANSLATE_NOOP(
        "MulticastTexts", "Nothing arrives, for nothing is joined yet. Join binds the port as well."
    ),
    Reason.PAUSED: QT_TRANSLATE_NOOP("MulticastTexts", "Receiving is paused. Resume it (Ctrl+P)."),
    Reason.NOT_JOINED: QT_TRANSLATE_NOOP(
        "MulticastTexts", "{group} is not joined here, so nothing arrives that is sent to it."
    ),
    Reason.PORT_DIFFERS: QT_TRANSLATE_NOOP(
        "MulticastTexts",
        "What is sent to port {port} does not arrive: this panel is bound to port {bound}.",
    ),
    Reason.NO_ADAPTER: QT_TRANSLATE_NOOP(
        "MulticastTexts",
        "No adapter of this machine is up and able to multicast. Check cable, Wi-Fi or VPN.",
    ),
    Reason.ADAPTER_GONE: QT_TRANSLATE_NOOP(
        "MulticastTexts", "{group} is joined on {adapter}, which this machine no longer has."
    ),
    Reason.ADAPTER_DOWN: QT_TRANSLATE_NOOP(
        "MulticastTexts",
        "{group} is joined on {adapter}, which is down. Check cable or Wi-Fi, or join on another.",
    ),
    Reason.ADAPTER_WITHOUT_MULTICAST: QT_TRANSLATE_NOOP(
        "MulticastTexts",
        "{group} is joined on {adapter}, which does not do multicast. Join on another adapter.",
    ),
    Reason.ADAPTER_WITHOUT_FAMILY: QT_TRANSLATE_NOOP(
        "MulticastTexts", "{group} is joined on {adapter}, which has no {family} address."
    ),
    Reason.OTHER_ADAPTER: QT_TRANSLATE_NOOP(
        "MulticastTexts",
        "{group} is joined on {adapter}, but what this panel sends leaves by {sender}.",
    ),
    Reason.TTL_ZERO: QT_TRANSLATE_NOOP(
        "MulticastTexts",
        "TTL is 0: what is sent does not leave this machine. 1 reaches the local network.",
    ),
    Reason.LOOPBACK_OFF: QT_TRANSLATE_NOOP(
        "MulticastTexts", "Loopback is off: this machine does not hear what it sends itself."
    ),
    Reason.ADAPTER_UNKNOWN: QT_TRANSLATE_NOOP(
        "MulticastTexts",
        "{group} is joined on the adapter that the system chose, and there are several. If senders "
        "are on another network, leave it and join on that adapter.",
    ),
    Reason.FIREWALL: QT_TRANSLATE_NOOP(
        "MulticastTexts",
        "All is set here. If somebody does send: a firewall may hold back UDP port {port}, a "
        "router needs a TTL above 1, and some Wi-Fi networks do not pass multicast on.",
    ),
}


def finding_text(finding: Finding) -> str:
    """Put a reason into words."""
    values = dict(finding.values)
    if finding.reason is Reason.NOT_JOINED and not values.get("group"):
        values["group"] = QCoreApplication.translate("MulticastTexts", "The group")
    if isinstance(count := values.get("count"), int):
        values["count"] = grouped(count)
    return QCoreApplication.translate(CONTEXT, str(FINDINGS[finding.reason])).format(**values)
