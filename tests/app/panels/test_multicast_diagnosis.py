"""Why nothing arrives, as a table."""

import pytest

from socket_workbench.net.adapters import Adapter, Family
from socket_workbench.panels.multicast_diagnosis import Facts, Finding, Group, Reason, diagnose


def adapter(
    name: str,
    address: str,
    is_up: bool = True,
    is_multicast: bool | None = True,
    is_loopback: bool = False,
) -> Adapter:
    return Adapter(
        name=name,
        index=len(name),
        address=address,
        prefix_length=24,
        family=Family.IPV6 if ":" in address else Family.IPV4,
        is_up=is_up,
        is_multicast=is_multicast,
        is_loopback=is_loopback,
    )


ETH = adapter("eth0", "192.0.2.2")
WLAN = adapter("wlan0", "198.51.100.2")
DOWN = adapter("eth1", "203.0.113.2", is_up=False)
TUNNEL = adapter("tun0", "10.0.0.2", is_multicast=False)
LO = adapter("lo", "127.0.0.1", is_multicast=False, is_loopback=True)
ALL = (ETH, WLAN, DOWN, TUNNEL, LO)
G, OTHER, SIX = "239.1.2.3", "239.9.9.9", "ff02::fb"


def facts(
    joined_on: str | None = "eth0",
    group: str = G,
    adapters: tuple[Adapter, ...] = ALL,
    **rest: object,
) -> Facts:
    """A panel in which all is right but what is said."""
    groups = () if joined_on is None else (Group(group, joined_on, is_joined=True),)
    base = {"group": group, "port": 5000, "bound_port": 5000, "groups": groups}
    return Facts(adapters=adapters, **{**base, **rest})


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (facts(received=3), [Reason.RECEIVING]),
        (facts(received=3, time_to_live=0), [Reason.RECEIVING]),
        (facts(is_bound=False, joined_on=None), [Reason.NOT_BOUND]),
        (facts(is_paused=True), [Reason.PAUSED]),
        (facts(joined_on=None), [Reason.NOT_JOINED]),
        (facts(groups=(Group(G, "eth0"),)), [Reason.NOT_JOINED]),
        (facts(groups=(Group(OTHER, "eth0", is_joined=True),)), [Reason.NOT_JOINED]),
        (facts(port=6000), [Reason.PORT_DIFFERS]),
        (facts(port=None), [Reason.FIREWALL]),
        (facts(joined_on="usb0"), [Reason.ADAPTER_GONE]),
        (facts(joined_on="usb0", adapters=()), [Reason.FIREWALL]),
        (facts(joined_on="eth1"), [Reason.ADAPTER_DOWN]),
        (facts(joined_on="tun0"), [Reason.ADAPTER_WITHOUT_MULTICAST]),
        (facts(joined_on="lo"), [Reason.FIREWALL]),
        (facts(group=SIX), [Reason.ADAPTER_WITHOUT_FAMILY]),
        (facts(joined_on="", adapters=(DOWN, TUNNEL, LO)), [Reason.NO_ADAPTER]),
        (facts(sender="wlan0"), [Reason.OTHER_ADAPTER]),
        (facts(time_to_live=0), [Reason.TTL_ZERO]),
        (facts(loopback=False), [Reason.LOOPBACK_OFF]),
        (facts(joined_on=""), [Reason.ADAPTER_UNKNOWN]),
        (facts(joined_on="", adapters=(ETH, LO)), [Reason.FIREWALL]),
        (facts(), [Reason.FIREWALL]),
        (
            facts(is_paused=True, joined_on="eth1", sender="eth0", time_to_live=0, loopback=False),
            [
                Reason.PAUSED,
                Reason.ADAPTER_DOWN,
                Reason.OTHER_ADAPTER,
                Reason.TTL_ZERO,
                Reason.LOOPBACK_OFF,
            ],
        ),
    ],
)
def test_reasons_come_the_likeliest_first(known: Facts, expected: list[Reason]) -> None:
    assert [finding.reason for finding in diagnose(known)] == expected


def test_findings_say_what_they_are_about() -> None:
    assert diagnose(facts(port=6000)) == (
        Finding(Reason.PORT_DIFFERS, {"port": 6000, "bound": 5000}),
    )
    assert diagnose(facts(sender="wlan0")) == (
        Finding(Reason.OTHER_ADAPTER, {"adapter": "eth0", "group": G, "sender": "wlan0"}),
    )
    assert diagnose(facts()) == (Finding(Reason.FIREWALL, {"port": 5000}),)
