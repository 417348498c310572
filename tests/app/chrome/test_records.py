"""What the capture is told, in the form in which it is kept."""

from typing import Any

import pytest

from socket_workbench.chrome.records import endpoint_text, result_code, to_json


def test_buffers_are_replaced_by_their_length() -> None:
    assert to_json((1, b"abc", None)) == '[1,{"$bytes":3},null]'
    assert to_json({"data": b"", "resultCode": 0}) == '{"data":{"$bytes":0},"resultCode":0}'


def test_half_a_surrogate_pair_is_kept_readable() -> None:
    assert to_json(["\ud800"]) == r'["\ud800"]'


@pytest.mark.parametrize(
    ("args", "code"),
    [
        ((), None),
        ((-102,), -102),
        ((True,), None),
        (({"resultCode": 7},), 0),
        (({"bytesWritten": -15},), -15),
        (({"socketId": 1},), None),
        ((["x"],), None),
    ],
)
def test_code_is_found_in_the_result(args: tuple[Any, ...], code: int | None) -> None:
    assert result_code(args) == code


def test_ipv6_endpoints_stand_in_brackets() -> None:
    assert (endpoint_text("::1", 9), endpoint_text("h", 9)) == ("[::1]:9", "h:9")
