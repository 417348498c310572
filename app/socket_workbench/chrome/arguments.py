"""Checks arguments as Chromium's bindings do, with exactly their messages.

Follows extensions/renderer/bindings: first the arguments are matched to the signature by their
basic types (optional ones may be left out), then each is examined in order.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Any, Final, NamedTuple

from socket_workbench.chrome.signatures import (
    DICTIONARIES,
    ENUMS,
    MAX_INTEGER,
    MIN_INTEGER,
    SIGNATURES,
    CallbackUse,
    Parameter,
    Signature,
)


class Undefined(Enum):
    """JavaScript's `undefined`, where it must be told from `null` (which is `None`)."""

    UNDEFINED = "undefined"


UNDEFINED: Final = Undefined.UNDEFINED


class Function(Enum):
    """Stands for a JavaScript function among raw arguments; a Python callable does as well."""

    FUNCTION = "function"


FUNCTION: Final = Function.FUNCTION


class ApiTypeError(TypeError):
    """The arguments do not fit; nothing has happened. The message is Chromium's."""


class BoundArguments(NamedTuple):
    """Arguments that passed: one value per parameter, `None` for optional ones left out.

    Numbers are `int`, binary data is `bytes` of its own, dictionaries hold only what was set.
    """

    values: tuple[Any, ...]
    callback: Any
    """The callable, or `FUNCTION`; `None` when no callback was given."""


def check(name: str, raw: Sequence[Any], *, callback_required: bool = True) -> BoundArguments:
    """Check the raw arguments of the method called `name` (`sockets.tcp.send`).

    Args:
        name: Full name of the method, a key of `SIGNATURES`.
        raw: Positional arguments as the caller gave them, a callback included. `UNDEFINED` is
            undefined, `None` is null, floats may be whole, buffers are bytes-like, a function
            is a callable or `FUNCTION`, dictionaries have their own enumerable properties in
            the order of the object.
        callback_required: As in JavaScript; Python callers may leave every callback out.

    Raises:
        ApiTypeError: They do not fit.
    """
    signature = SIGNATURES[name]
    simple = _bind_simple(_PLANS[name], signature, raw, callback_required=callback_required)
    if simple is not None:
        return simple
    resolved = _resolve(signature, raw, callback_required=callback_required)
    if resolved is None:
        raise _error(signature, "No matching signature.")
    values = tuple(
        None if _is_absent(value) else _parse(signature, parameter, value)
        for parameter, value in zip(signature.parameters, resolved, strict=False)
    )
    callback = None
    if signature.callback is not CallbackUse.NONE and not _is_absent(resolved[-1]):
        callback = resolved[-1]
    return BoundArguments(values, callback)


_PYTHON_TYPES: Final[Mapping[str, type]] = {
    "integer": int,
    "boolean": bool,
    "string": str,
    "binary": bytes,
}


class _Plan(NamedTuple):
    """What plain arguments of a method look like."""

    types: tuple[type | None, ...]
    """The one type of each parameter, where there is one."""
    integers: tuple[int, ...]
    """Places of the numbers, which have bounds."""
    needed: int
    """How many there must be."""


def _plan(signature: Signature) -> _Plan:
    types = tuple(_PYTHON_TYPES.get(one.type_name) for one in signature.parameters)
    return _Plan(
        types,
        tuple(place for place, type_ in enumerate(types) if type_ is int),
        sum(not one.is_optional for one in signature.parameters),
    )


_PLANS: Final[Mapping[str, _Plan]] = {
    name: _plan(signature) for name, signature in SIGNATURES.items()
}


def _bind_simple(
    plan: _Plan, signature: Signature, raw: Sequence[Any], *, callback_required: bool
) -> BoundArguments | None:
    """Bind what is plain, which nearly all calls are; `None` where a closer look is needed."""
    count, callback = len(raw), None
    if count and signature.callback is not CallbackUse.NONE and _is_function(raw[-1]):
        count, callback = count - 1, raw[-1]
    elif callback_required and signature.callback is CallbackUse.REQUIRED:
        return None
    values, types = tuple(raw[:count]), plan.types
    if count < plan.needed or tuple(map(type, values)) != types[:count]:
        return None
    for place in plan.integers:
        if place < count and not MIN_INTEGER <= values[place] <= MAX_INTEGER:
            return None
    if count < len(types):
        values = (*values, *(None,) * (len(types) - count))
    return BoundArguments(values, callback)


def _error(signature: Signature, reason: str) -> ApiTypeError:
    return ApiTypeError(f"Error in invocation of {signature.text}: {reason}")


def _is_absent(value: object) -> bool:
    return value is None or value is UNDEFINED


def _resolve(
    signature: Signature, raw: Sequence[Any], *, callback_required: bool
) -> list[Any] | None:
    """Match arguments to parameters; `None` when nothing fits.

    The result has one value per parameter and one for the callback where there is one.
    """
    expected = list(signature.parameters)
    if signature.callback is not CallbackUse.NONE:
        is_optional = signature.callback is CallbackUse.OPTIONAL or not callback_required
        expected.append(Parameter("callback", "function", is_optional=is_optional))
    return _match(raw, expected)


def _match(raw: Sequence[Any], expected: Sequence[Parameter]) -> list[Any] | None:
    """Try the next argument for the next parameter, else leave the parameter out if it may be."""
    if not expected:
        return None if raw else []
    if len(raw) > len(expected):
        return None
    first = expected[0]
    if raw and _could_be(raw[0], first):
        rest = _match(raw[1:], expected[1:])
        if rest is not None:
            return [raw[0], *rest]
    if first.is_optional:
        rest = _match(raw, expected[1:])
        if rest is not None:
            return [UNDEFINED, *rest]
    return None


def _could_be(value: object, parameter: Parameter) -> bool:
    if _is_absent(value):
        return parameter.is_optional
    return _has_type(value, parameter.type_name)


def _has_type(value: object, type_name: str) -> bool:
    test = _BASIC_TYPES.get(type_name)
    if test is not None:
        return test(value)
    if type_name in ENUMS:
        return isinstance(value, str)
    return isinstance(value, Mapping | bytes | bytearray | memoryview)


def _is_integer(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return MIN_INTEGER <= value <= MAX_INTEGER and value == int(value)


def _is_function(value: object) -> bool:
    return value is FUNCTION or callable(value)


def _is_binary(value: object) -> bool:
    return isinstance(value, bytes | bytearray | memoryview)


_BASIC_TYPES: Final[Mapping[str, Callable[[object], bool]]] = {
    "integer": _is_integer,
    "boolean": lambda value: isinstance(value, bool),
    "string": lambda value: isinstance(value, str),
    "binary": _is_binary,
    "function": _is_function,
}


def _parse(signature: Signature, parameter: Parameter, value: Any) -> Any:
    """Convert one argument whose basic type is right."""
    try:
        return _convert(value, parameter.type_name)
    except _Unfit as unfit:
        reason = f"Error at parameter '{parameter.name}': {unfit.reason}"
        raise _error(signature, reason) from None


class _Unfit(Exception):
    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def _convert(value: Any, type_name: str) -> Any:
    if type_name == "integer":
        return int(value)
    if type_name == "binary":
        return bytes(value)
    if type_name in ENUMS:
        members = ENUMS[type_name]
        if value not in members:
            raise _Unfit(f"Value must be one of {', '.join(members)}.")
        return value
    if type_name in DICTIONARIES:
        return _convert_dictionary(value, DICTIONARIES[type_name])
    return value


def _convert_dictionary(
    value: Mapping[str, Any] | bytes, properties: Mapping[str, Parameter]
) -> dict[str, Any]:
    """Check properties in the object's own order; null and undefined ones are absent."""
    if not isinstance(value, Mapping):
        return {}  # an ArrayBuffer is an object without properties
    converted: dict[str, Any] = {}
    for name, member in value.items():
        known = properties.get(name)
        if known is None:
            raise _Unfit(f"Unexpected property: '{name}'.")
        if _is_absent(member):
            continue
        converted[name] = _convert_property(name, member, known.type_name)
    return converted


def _convert_property(name: str, value: Any, type_name: str) -> Any:
    if not _has_type(value, type_name):
        found = _type_of(value)
        raise _Unfit(
            f"Error at property '{name}': Invalid type: expected {type_name}, found {found}."
        )
    try:
        return _convert(value, type_name)
    except _Unfit as unfit:
        raise _Unfit(f"Error at property '{name}': {unfit.reason}") from None


def _type_of(value: object) -> str:
    """Name of a value's type as Chromium's messages have it."""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        is_minus_zero = value == 0 and str(value) == "-0.0"  # V8 keeps it as a double
        return "integer" if _is_integer(value) and not is_minus_zero else "number"
    if isinstance(value, str):
        return "string"
    if isinstance(value, list | tuple):
        return "array"
    if _is_function(value):
        return "function"
    return "binary" if _is_binary(value) else "object"
