"""Arguments are checked as Chromium's bindings check them, with their texts."""

from typing import Any

import pytest

from socket_workbench.chrome.arguments import FUNCTION, UNDEFINED, ApiTypeError, check
from socket_workbench.chrome.signatures import SIGNATURES

CREATE = "sockets.tcp.create"
NO_MATCH = "No matching signature."


def reason(name: str, *raw: Any) -> str:
    with pytest.raises(ApiTypeError) as caught:
        check(name, raw)
    head = f"Error in invocation of {SIGNATURES[name].text}: "
    assert str(caught.value).startswith(head)
    return str(caught.value).removeprefix(head)


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param([], id="nothing"),
        pytest.param([1], id="too few"),
        pytest.param([1, "h", 9, "any", FUNCTION, FUNCTION], id="too many"),
        pytest.param([1, "h", 9], id="no callback"),
        pytest.param([1, "h", "9", FUNCTION], id="text for a number"),
        pytest.param([1, "h", 9.5, FUNCTION], id="fraction"),
        pytest.param([1, "h", float("nan"), FUNCTION], id="not a number"),
        pytest.param([1, "h", float("inf"), FUNCTION], id="infinity"),
        pytest.param([1, "h", 2**31, FUNCTION], id="beyond 32 bits"),
        pytest.param([1, "h", True, FUNCTION], id="boolean for a number"),
        pytest.param([1, None, 9, FUNCTION], id="null"),
        pytest.param([1, UNDEFINED, 9, FUNCTION], id="undefined"),
        pytest.param([1, "h", 9, 4, FUNCTION], id="number for an enum"),
    ],
)
def test_arguments_of_the_wrong_basic_type_match_no_signature(raw: list[Any]) -> None:
    assert reason("sockets.tcp.connect", *raw) == NO_MATCH


@pytest.mark.parametrize(
    ("raw", "values"),
    [
        pytest.param([1, "h", 9, FUNCTION], (1, "h", 9, None), id="optional left out"),
        pytest.param([1, "h", 9, None, FUNCTION], (1, "h", 9, None), id="optional null"),
        pytest.param([1, "h", 9, UNDEFINED, FUNCTION], (1, "h", 9, None), id="undefined"),
        pytest.param([1.0, "h", -0.0, "ipv4", FUNCTION], (1, "h", 0, "ipv4"), id="whole floats"),
    ],
)
def test_matching_arguments_are_bound(raw: list[Any], values: tuple[Any, ...]) -> None:
    bound = check("sockets.tcp.connect", raw)

    assert bound == (values, FUNCTION)


def test_enum_error_lists_the_members() -> None:
    text = "Error at parameter 'dnsQueryType': Value must be one of any, ipv4, ipv6."

    assert reason("sockets.tcp.connect", 1, "h", 9, "IPv4", FUNCTION) == text


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (1, "integer"),
        (1.5, "number"),
        (float("nan"), "number"),
        (-0.0, "number"),
        (2**31, "number"),
        ("x", "string"),
        ([1], "array"),
        ({}, "object"),
        (b"", "binary"),
        (FUNCTION, "function"),
        (print, "function"),
    ],
)
def test_wrong_property_names_what_was_found(value: object, found: str) -> None:
    text = (
        "Error at parameter 'properties': Error at property 'persistent': "
        f"Invalid type: expected boolean, found {found}."
    )

    assert reason(CREATE, {"persistent": value}) == text


def test_boolean_for_a_text_property_is_named() -> None:
    assert reason(CREATE, {"name": True}).endswith("expected string, found boolean.")


def test_first_bad_property_in_the_objects_own_order_is_reported() -> None:
    assert "'zzz'" in reason(CREATE, {"zzz": 1, "persistent": 1})
    assert "'persistent'" in reason(CREATE, {"persistent": 1, "zzz": 1})


def test_nested_dictionary_repeats_the_place() -> None:
    text = (
        "Error at parameter 'options': Error at property 'tlsVersion': "
        "Error at property 'max': Invalid type: expected string, found integer."
    )

    assert reason("socket.secure", 1, {"tlsVersion": {"max": 1}}, FUNCTION) == text


def test_dictionary_property_of_another_type_names_the_dictionary() -> None:
    text = reason("sockets.tcp.secure", 1, {"tlsVersion": "tls1.2"}, FUNCTION)

    assert text.endswith("expected sockets.tcp.TLSVersionConstraints, found string.")


def test_absent_properties_are_left_out() -> None:
    bound = check(CREATE, [{"persistent": None, "name": UNDEFINED, "bufferSize": 4096.0}])

    assert bound.values == ({"bufferSize": 4096},)


def test_unknown_property_is_an_error_whatever_its_value() -> None:
    assert reason(CREATE, {"zzz": UNDEFINED}).endswith("Unexpected property: 'zzz'.")


def test_an_array_buffer_is_an_object_without_properties() -> None:
    assert check(CREATE, [b"abc"]).values == ({},)


@pytest.mark.parametrize("data", [b"ab", bytearray(b"ab"), memoryview(b"xabx")[1:3]])
def test_binary_is_copied_from_its_window(data: Any) -> None:
    (_, sent), _ = check("sockets.tcp.send", [1, data, FUNCTION])

    assert sent == b"ab"
    assert type(sent) is bytes


def test_methods_without_callback_refuse_one() -> None:
    assert reason("socket.destroy", 1, FUNCTION) == NO_MATCH
    assert check("socket.destroy", [1]) == ((1,), None)


def test_python_callers_may_leave_every_callback_out() -> None:
    bound = check("sockets.tcp.send", [1, b""], callback_required=False)

    assert bound == ((1, b""), None)
