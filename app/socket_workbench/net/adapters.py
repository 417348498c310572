"""This machine's network adapters, one entry per address."""

import ipaddress
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ifaddr
    from psutil._ntuples import snicaddr, snicstats

NO_MAC = "00:00:00:00:00:00"


class Family(StrEnum):
    """Kinds of addresses."""

    IPV4 = "IPv4"
    IPV6 = "IPv6"


@dataclass(frozen=True, slots=True, kw_only=True)
class Adapter:
    """One address of one adapter."""

    name: str
    """As the system's own tools show it; on Windows the name that the user may change."""
    index: int
    """The system's number for the adapter, as multicast joins take it."""
    address: str
    """Without zone."""
    prefix_length: int
    family: Family
    mac: str = ""
    """In lower case with colons; empty where there is none."""
    mtu: int | None = None
    speed_mbit: int | None = None
    is_up: bool = False
    """Up and running, which takes a cable or a network to be there."""
    is_loopback: bool = False
    is_multicast: bool | None = None
    """`None` where the system does not tell."""

    @property
    def bind_address(self) -> str:
        """The address as bind takes it: IPv6 link-local ones with their zone."""
        if not ipaddress.ip_address(self.address).is_link_local or self.family is Family.IPV4:
            return self.address
        return f"{self.address}%{self.handle}"

    @property
    def handle(self) -> str:
        """What stands for the adapter in joins and options: on Windows its name would not do."""
        return str(self.index) if sys.platform == "win32" else self.name


def find_adapters() -> tuple[Adapter, ...]:
    """Ask the system; takes milliseconds, so call it in a worker thread.

    Raises:
        OSError: The system does not tell.
    """
    import ifaddr  # both take a while to import, best in the worker thread too
    import psutil

    try:
        stats, links = psutil.net_if_stats(), psutil.net_if_addrs()
        return adapters_of(ifaddr.get_adapters(), stats, _macs(links))
    except psutil.Error as error:
        raise OSError(str(error)) from error


def visible_to_chromium(adapters: Iterable[Adapter]) -> tuple[Adapter, ...]:
    """What chrome.system.network.getNetworkInterfaces and chrome.socket.getNetworkList tell.

    Adapters that are up and running, without loopback; IPv6 link-local addresses included. On
    Linux in the order of the addresses, IPv4 first.
    """
    seen = [each for each in adapters if each.is_up and not each.is_loopback]
    if sys.platform == "linux":
        seen.sort(key=_by_address)
    return tuple(seen)


def _by_address(adapter: Adapter) -> tuple[bool, bytes]:
    return adapter.family is Family.IPV6, ipaddress.ip_address(adapter.address).packed


def adapters_of(
    found: "Iterable[ifaddr.Adapter]", stats: "Mapping[str, snicstats]", macs: Mapping[str, str]
) -> tuple[Adapter, ...]:
    """Put together what both libraries know, in the system's order.

    Args:
        found: Names and addresses.
        stats: State by name; an adapter may have come or gone since.
        macs: Hardware addresses by name.
    """
    adapters: list[Adapter] = []
    for each in found:
        for ip in each.ips:
            # Windows: `each.name` is a GUID; psutil and the user know the friendly name.
            name = _base_name(ip.nice_name, stats)
            address = ip.ip if isinstance(ip.ip, str) else ip.ip[0]
            flags = stats[name].flags.split(",") if name in stats and stats[name].flags else []
            adapters.append(
                Adapter(
                    name=name,
                    index=each.index or 0,
                    address=address.partition("%")[0],
                    prefix_length=ip.network_prefix,
                    family=Family.IPV4 if ip.is_IPv4 else Family.IPV6,
                    mac=macs.get(name, ""),
                    mtu=(stats[name].mtu or None) if name in stats else None,
                    speed_mbit=(stats[name].speed or None) if name in stats else None,
                    is_up=name in stats and _is_running(stats[name].isup, flags),
                    is_loopback=_is_loopback(address, flags),
                    is_multicast="multicast" in flags if flags else None,
                )
            )
    return tuple(adapters)


def _base_name(name: str, stats: "Mapping[str, snicstats]") -> str:
    # Linux: a labelled address, as `eth0:1`, is one of eth0's, and Chromium calls it so.
    base = name.partition(":")[0]
    return base if name not in stats and base in stats else name


def _is_running(is_up: bool, flags: list[str]) -> bool:
    return is_up and (not flags or "running" in flags)  # Windows has no flags


def _is_loopback(address: str, flags: list[str]) -> bool:
    return "loopback" in flags if flags else ipaddress.ip_address(address).is_loopback


def _macs(links: "Mapping[str, list[snicaddr]]") -> dict[str, str]:
    import psutil

    macs: dict[str, str] = {}
    for name, addresses in links.items():
        for each in addresses:
            if each.family == psutil.AF_LINK and each.address:
                mac = each.address.lower().replace("-", ":")  # Windows writes dashes
                macs[name] = "" if mac == NO_MAC else mac
    return macs
