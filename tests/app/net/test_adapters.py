import ipaddress
import socket
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import ifaddr
import pytest

from socket_workbench.net.adapters import (
    Adapter,
    Family,
    adapters_of,
    find_adapters,
    visible_to_chromium,
)

ETH0_V4 = Adapter(
    name="eth0",
    index=4,
    address="192.0.2.2",
    prefix_length=24,
    family=Family.IPV4,
    mac="02:fc:00:00:00:01",
    mtu=1500,
    speed_mbit=1000,
    is_up=True,
    is_multicast=True,
)


def stats(flags: str, *, isup: bool = True, speed: int = 0, mtu: int = 1500) -> Any:
    return SimpleNamespace(isup=isup, speed=speed, mtu=mtu, flags=flags)


def found(name: str, *ips: ifaddr.IP, index: int = 4, nice_name: str = "") -> ifaddr.Adapter:
    return ifaddr.Adapter(name, nice_name or name, list(ips), index=index)


def test_loopback_is_found_on_this_machine() -> None:
    loopback = next(each for each in find_adapters() if each.address == "127.0.0.1")

    assert loopback.is_loopback
    assert loopback.prefix_length == 8
    assert loopback.family is Family.IPV4
    assert loopback.mac == ""


def test_every_adapter_of_this_machine_is_whole() -> None:
    for each in find_adapters():
        assert each.name
        assert ipaddress.ip_address(each.address).version == int(each.family[-1])
        assert each.mtu is None or each.mtu > 0


def test_addresses_of_this_machine_can_be_bound() -> None:
    for each in find_adapters():
        family = socket.AF_INET if each.family is Family.IPV4 else socket.AF_INET6
        address = socket.getaddrinfo(each.bind_address, 0, family, socket.SOCK_DGRAM)[0][4]
        if each.is_up:
            with socket.socket(family, socket.SOCK_DGRAM) as udp:
                udp.bind(address)


def test_one_entry_is_made_per_address() -> None:
    eth0 = found(
        "eth0",
        ifaddr.IP("192.0.2.2", 24, "eth0"),
        ifaddr.IP(("fe80::1", 0, 4), 64, "eth0"),
    )

    adapters = adapters_of(
        [eth0],
        {"eth0": stats("up,broadcast,running,multicast", speed=1000)},
        {"eth0": "02:fc:00:00:00:01"},
    )

    assert adapters[0] == ETH0_V4
    assert [each.address for each in adapters] == ["192.0.2.2", "fe80::1"]
    assert adapters[1].family is Family.IPV6


def test_windows_names_are_the_friendly_ones() -> None:
    adapter = found(
        "{5A1F-GUID}",
        ifaddr.IP("192.0.2.9", 24, "Ethernet 2"),
        nice_name="Intel(R) Ethernet Connection",
    )

    (each,) = adapters_of([adapter], {"Ethernet 2": stats("")}, {"Ethernet 2": "aa:bb"})

    assert (each.name, each.mac, each.is_up) == ("Ethernet 2", "aa:bb", True)
    assert each.is_multicast is None


def test_labelled_address_belongs_to_its_adapter() -> None:
    alias = found("eth0:1", ifaddr.IP("192.0.2.3", 24, "eth0:1"))

    (each,) = adapters_of([alias], {"eth0": stats("up,running")}, {})

    assert (each.name, each.is_up) == ("eth0", True)


def test_adapter_that_has_just_gone_is_down_and_unknown() -> None:
    (each,) = adapters_of([found("eth0", ifaddr.IP("192.0.2.2", 24, "eth0"))], {}, {})

    assert (each.is_up, each.mtu, each.speed_mbit) == (False, None, None)


def test_up_without_a_cable_is_not_running() -> None:
    eth0 = found("eth0", ifaddr.IP("192.0.2.2", 24, "eth0"))

    (each,) = adapters_of([eth0], {"eth0": stats("up,broadcast,multicast")}, {})

    assert not each.is_up


@pytest.mark.parametrize(
    ("changes", "is_visible"),
    [
        ({}, True),
        ({"is_up": False}, False),
        ({"is_loopback": True}, False),
        ({"address": "fe80::1", "family": Family.IPV6}, True),
    ],
    ids=["running", "down", "loopback", "link-local"],
)
def test_chromium_sees_what_runs_and_is_no_loopback(
    changes: dict[str, Any], is_visible: bool
) -> None:
    adapter = replace(ETH0_V4, **changes)

    assert visible_to_chromium([adapter]) == ((adapter,) if is_visible else ())


def test_chromium_orders_by_address_on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["fe80::1", "192.0.2.10", "2001:db8::1", "192.0.2.9", "10.0.0.1"]
    adapters = [
        replace(ETH0_V4, address=text, family=Family.IPV6 if ":" in text else Family.IPV4)
        for text in texts
    ]

    monkeypatch.setattr("sys.platform", "linux")
    assert [each.address for each in visible_to_chromium(adapters)] == [
        "10.0.0.1",
        "192.0.2.9",
        "192.0.2.10",
        "2001:db8::1",
        "fe80::1",
    ]
    monkeypatch.setattr("sys.platform", "win32")
    assert [each.address for each in visible_to_chromium(adapters)] == texts


def test_flags_tell_loopback_where_there_are_some() -> None:
    eth0 = found("eth0", ifaddr.IP("127.5.5.5", 32, "eth0"))

    (known,) = adapters_of([eth0], {"eth0": stats("up,running")}, {})
    (unknown,) = adapters_of([eth0], {"eth0": stats("")}, {})

    assert (known.is_loopback, unknown.is_loopback) == (False, True)


def test_link_local_address_is_bound_with_its_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    adapter = replace(ETH0_V4, address="fe80::1", family=Family.IPV6)

    monkeypatch.setattr("sys.platform", "linux")
    assert adapter.bind_address == "fe80::1%eth0"
    monkeypatch.setattr("sys.platform", "win32")
    assert adapter.bind_address == "fe80::1%4"
    assert ETH0_V4.bind_address == "192.0.2.2"
