"""Every message, code and cause has words, and they hold the values."""

import errno
from collections.abc import Mapping

import pytest

from socket_workbench.net.errors import ResultCode
from socket_workbench.panels.messages import Message
from socket_workbench.panels.notice import Notice
from socket_workbench_ui.texts import TITLES, code_meaning, code_text, facts_text, notice_text

VALUES: Mapping[str, str | int | float] = {
    "host": "::1",
    "port": 9,
    "seconds": 3.2,
    "bytes": 35,
    "call": "setNoDelay(true)",
    "socket": "tcp 3",
    "method": "sockets.tcp.send",
    "text": "Exceeded write quota.",
    "path": "/data.bin",
    "address": "localhost",
    "rule": "“greet”",
    "sent": 2,
    "clients": 3,
    "limit": 4096,
    "group": "ff02::fb",
    "adapter": "eth0",
    "count": 2,
    "action": "connect",
    "attempts": 3,
    "modern": "chrome.sockets.tcp.create(properties, callback)",
    "megabytes": 512,
    "file": "script.js",
    "line": 3,
}


@pytest.mark.parametrize("message", list(Message))
def test_every_message_has_a_sentence_without_gaps(message: Message) -> None:
    title = notice_text(Notice(message=message, code=-2, values=VALUES)).title

    assert title
    assert "{" not in title


def test_no_sentence_is_left_over() -> None:
    assert set(TITLES) == set(Message)


@pytest.mark.parametrize("code", [code for code in ResultCode if code is not ResultCode.OK])
def test_every_code_is_explained(code: ResultCode) -> None:
    assert code_meaning(code)


def test_facts_name_code_and_cause() -> None:
    assert facts_text(-102, "ECONNREFUSED") == "-102 CONNECTION_REFUSED · cause ECONNREFUSED"


@pytest.mark.parametrize(
    ("code", "expected"), [(0, "0 OK"), (-15, "-15 SOCKET_NOT_CONNECTED"), (-9999, "-9999")]
)
def test_code_text_has_the_name_where_there_is_one(code: int, expected: str) -> None:
    assert code_text(code) == expected


def test_title_writes_ipv6_in_brackets() -> None:
    text = notice_text(Notice(message=Message.CONNECT_FAILED, code=-102, values=VALUES))

    assert text.title == "Could not connect to [::1]:9."


def test_detail_explains_the_cause_before_the_code() -> None:
    lost = Notice(message=Message.CONNECTION_LOST, code=-100, cause="ECONNRESET")

    assert "TCP reset" in notice_text(lost).detail


def test_detail_explains_the_code_where_the_cause_tells_no_more() -> None:
    refused = Notice(message=Message.CONNECT_FAILED, code=-102, cause="ECONNREFUSED")

    assert notice_text(refused).detail == code_meaning(-102)


@pytest.mark.parametrize(
    ("host", "hint"),
    [
        ("[::1]", "without brackets"),
        ("http://x/", "host alone"),
        ("fe80::1%lo", "no zone"),
        ("localhost:80", "port into the field"),
        ("no.invalid", "No address is known"),
    ],
)
def test_unresolvable_host_is_answered_by_what_is_odd_about_it(host: str, hint: str) -> None:
    values: Mapping[str, str | int | float] = {"host": host, "port": 1}
    failed = Notice(message=Message.CONNECT_FAILED, code=-105, cause="DNS", values=values)

    assert hint in notice_text(failed).detail


def test_link_local_address_without_a_zone_is_explained() -> None:
    values: Mapping[str, str | int | float] = {"host": "fe80::1", "port": 1}
    failed = Notice(message=Message.CONNECT_FAILED, code=-4, cause="EINVAL", values=values)

    assert "one adapter only" in notice_text(failed).detail


def test_unreadable_file_is_explained_as_a_file() -> None:
    cause = errno.errorcode[errno.ENOENT]
    notice = Notice(message=Message.FILE_UNREADABLE, cause=cause, values=VALUES)

    assert "no such file" in notice_text(notice).detail


def test_values_with_braces_are_shown_as_they_are() -> None:
    values: Mapping[str, str | int | float] = {"port": "{port}"}

    assert "“{port}”" in notice_text(Notice(message=Message.PORT_INVALID, values=values)).title
