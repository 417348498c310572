"""A choice of the addresses of a name that are to be used."""

from PySide6.QtWidgets import QComboBox, QWidget

from socket_workbench.chrome.types import QueryType

CHOICES: tuple[QueryType, ...] = ("any", "ipv4", "ipv6")


class DnsChoice(QComboBox):
    """The API's `dnsQueryType`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dnsCombo")
        self.setAccessibleName(self.tr("DNS query type"))
        self.setToolTip(
            self.tr("dnsQueryType: which addresses of a name to use, IPv4, IPv6 or any")
        )
        self.addItems(CHOICES)

    @property
    def dns(self) -> QueryType:
        """What is chosen."""
        return CHOICES[self.currentIndex()]

    def choose(self, dns: QueryType) -> None:
        """Choose this one."""
        self.setCurrentIndex(CHOICES.index(dns))
