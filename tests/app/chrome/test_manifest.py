"""Manifests are read, and refused, as Chromium does."""

from typing import Any

import pytest

from socket_workbench.chrome.manifest import Manifest, ManifestError
from socket_workbench.chrome.permissions import Operation

EMPTY_LIST = "Invalid value for 'permissions[socket]': NULL or empty permission list."
NO_LIST = (
    "Invalid value for 'permissions[socket]': Cannot parse the permission list. It's not a list.."
)


def test_without_keys_the_namespaces_do_not_exist() -> None:
    manifest = Manifest.parse({})

    assert (manifest.sockets, manifest.legacy, manifest.has_system_network) == (None, None, False)


def test_empty_key_grants_nothing() -> None:
    manifest = Manifest.parse({"sockets": {}})

    assert manifest.sockets == ()
    assert not manifest.allows(Operation.TCP_CONNECT, "h", 1)


def test_everything_is_allowed_by_the_default_profile() -> None:
    manifest = Manifest.allow_all()

    assert all(manifest.allows(operation, "any.host", 1) for operation in Operation)
    assert all(manifest.allows_legacy(operation, "::1", 1) for operation in Operation)
    assert manifest.has_system_network


@pytest.mark.parametrize(
    ("sockets", "error"),
    [
        ("x", "expected dictionary, got string"),
        (None, "expected dictionary, got null"),
        ({"tcp": []}, "'tcp': expected dictionary, got list"),
        ({"udp": 1.5}, "'udp': expected dictionary, got double"),
        ({"tcp": {"connect": 5}}, "expected string or strings, got integer"),
        ({"tcp": {"connect": -(2**31)}}, "expected string or strings, got integer"),
        ({"tcp": {"connect": 2**31}}, "expected string or strings, got double"),
        ({"tcp": {"connect": {}}}, "expected string or strings, got dictionary"),
        (
            {"tcp": {"connect": ["*", True]}},
            "Error at key 'strings': Parsing array failed at index 1: expected string, got boolean",
        ),
        ({"tcp": {"connect": ["*", "host:0"]}}, "Invalid host:port pattern 'host:0'"),
        ({"udp": {"multicastMembership": "*"}}, "Invalid host:port pattern '*'"),
        ({"tcp": {"connect": "a:b:c"}, "udp": {"send": "x:0"}}, "Invalid host:port pattern 'x:0'"),
    ],
)
def test_errors_in_sockets_have_chromiums_text(sockets: Any, error: str) -> None:
    with pytest.raises(ManifestError) as caught:
        Manifest.parse({"sockets": sockets})

    assert str(caught.value) == error


@pytest.mark.parametrize(
    ("entry", "error"),
    [
        ("socket", EMPTY_LIST),
        ({"socket": []}, EMPTY_LIST),
        ({"socket": ["bogus", 5, "tcp-connect:host:0"]}, EMPTY_LIST),
        ({"socket": "tcp-connect"}, NO_LIST),
        (5, "Invalid value for 'permissions[0]'."),
        ({"storage": None}, "Invalid value for 'permissions[storage]'."),
        ({"system.network": []}, "Invalid value for 'permissions[system.network]'."),
    ],
)
@pytest.mark.parametrize("key", ["permissions", "optional_permissions"])
def test_errors_in_permissions_have_chromiums_text(key: str, entry: Any, error: str) -> None:
    with pytest.raises(ManifestError) as caught:
        Manifest.parse({key: [entry], "sockets": 5})

    assert str(caught.value) == error


def test_what_an_app_may_ask_for_later_it_has_not_yet() -> None:
    optional = [{"socket": ["tcp-connect"]}, "system.network"]

    manifest = Manifest.parse({"optional_permissions": optional})

    assert manifest.legacy is None
    assert not manifest.has_system_network


def test_the_two_permissions_grant_nothing_in_each_other() -> None:
    manifest = Manifest.parse(
        {"sockets": {"tcp": {"connect": "a:1"}}, "permissions": [{"socket": ["udp-bind", "?"]}]}
    )

    assert manifest.allows(Operation.TCP_CONNECT, "A", 1)
    assert not manifest.allows_legacy(Operation.TCP_CONNECT, "a", 1)
    assert manifest.allows_legacy(Operation.UDP_BIND, "", 0)
    assert not manifest.allows(Operation.UDP_BIND, "", 0)


def test_system_network_is_a_permission() -> None:
    assert Manifest.parse({"permissions": ["system.network"]}).has_system_network
