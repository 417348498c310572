"""What is accepted as host and port, and what is pointed at before anything is sent."""

import pytest

from socket_workbench.net.events import Endpoint
from socket_workbench.panels.messages import Field, Message
from socket_workbench.panels.notice import Notice
from socket_workbench.panels.targets import (
    RememberedTarget,
    check_target,
    parse_target_text,
    remembered_hosts,
    target_text,
)


@pytest.mark.parametrize(
    ("host", "port", "is_secure", "text"),
    [
        ("localhost", 80, False, "localhost:80"),
        ("example.org", 443, True, "example.org:443 TLS"),
        ("::1", 7, True, "[::1]:7 TLS"),
    ],
)
def test_target_is_remembered_with_port_and_tls(
    host: str, port: int, is_secure: bool, text: str
) -> None:
    assert target_text(host, port, is_secure=is_secure) == text
    assert parse_target_text(text) == RememberedTarget(host, port, is_secure)


def test_hosts_alone_are_offered_once_each() -> None:
    assert remembered_hosts(["a:80", "b", "a:443 TLS", "[::1]:7"]) == ["a", "b", "::1"]


@pytest.mark.parametrize("text", ["localhost", "::1", "192.0.2.1", ""])
def test_host_alone_is_remembered_as_such(text: str) -> None:
    assert parse_target_text(text) == RememberedTarget(text)


@pytest.mark.parametrize(
    ("host", "port", "expected"),
    [
        pytest.param("localhost", "8080", Endpoint("localhost", 8080), id="name"),
        pytest.param(" ::1 ", " 1 ", Endpoint("::1", 1), id="blanks around"),
        pytest.param("bücher.example", "65535", Endpoint("bücher.example", 65535), id="highest"),
        pytest.param("h", "0000080", Endpoint("h", 80), id="leading zeros"),
    ],
)
def test_good_target_becomes_endpoint(host: str, port: str, expected: Endpoint) -> None:
    assert check_target(host, port) == expected


@pytest.mark.parametrize("host", ["", "  ", "\t"], ids=["empty", "blanks", "tab"])
def test_missing_host_is_pointed_at(host: str) -> None:
    assert check_target(host, "80") == Notice(message=Message.HOST_MISSING, field=Field.HOST)


def test_host_with_space_is_pointed_at() -> None:
    assert check_target("my host", "80") == Notice(
        message=Message.HOST_HAS_SPACES, values={"host": "my host"}, field=Field.HOST
    )


def test_missing_port_is_pointed_at() -> None:
    assert check_target("h", " ") == Notice(message=Message.PORT_MISSING, field=Field.PORT)


@pytest.mark.parametrize(
    "port", ["0", "70000", "65536", "-1", "80.0", "http", "1e3", "٣", "9" * 5000, "0x50", "1 2"]
)
def test_what_is_no_port_is_pointed_at(port: str) -> None:
    assert check_target("h", port) == Notice(
        message=Message.PORT_INVALID, values={"port": port}, field=Field.PORT
    )


def test_host_is_complained_about_first() -> None:
    checked = check_target("", "0")

    assert isinstance(checked, Notice)
    assert checked.field is Field.HOST
