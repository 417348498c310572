"""What an app's manifest says, checked as Chromium checks it, and what it allows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Self, cast

from socket_workbench.chrome.permissions import Grant, Operation, PatternError
from socket_workbench.chrome.signatures import MAX_INTEGER, MIN_INTEGER

_SOCKET: Final = "Invalid value for 'permissions[socket]': "
_PLACES: Final = {
    "udp": (
        ("bind", Operation.UDP_BIND),
        ("send", Operation.UDP_SEND),
        ("multicastMembership", Operation.MULTICAST),
    ),
    "tcp": (("connect", Operation.TCP_CONNECT),),
    "tcpServer": (("listen", Operation.TCP_LISTEN),),
}
"""In the order in which Chromium reads them, so that the first error is the same."""
_PLAIN: Final = frozenset(
    {
        *("alarms", "clipboardRead", "identity", "mdns", "notifications", "power", "serial"),
        *("storage", "system.cpu", "system.display", "system.network", "tabs"),
        *("unlimitedStorage", "usb"),
    }
)
"""Permissions that take no value; of names that it does not know Chromium only warns."""


class ManifestError(ValueError):
    """Chromium does not load an app with this manifest; the message is its own."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """An app's permissions, and the document they came from."""

    document: Mapping[str, Any]
    """The manifest as read."""
    sockets: tuple[Grant, ...] | None
    """What `chrome.sockets` may do; `None`: the namespace does not exist."""
    legacy: tuple[Grant, ...] | None
    """What `chrome.socket` may do; `None`: the namespace does not exist."""
    has_system_network: bool

    @classmethod
    def allow_all(cls) -> Self:
        """The profile of a workbench that may do everything."""
        grants = tuple(Grant(operation) for operation in Operation)
        document = {"name": "Socket Workbench", "version": "1", "manifest_version": 2}
        return cls(document, grants, grants, has_system_network=True)

    @classmethod
    def parse(cls, document: Mapping[str, Any]) -> Self:
        """Read what a manifest says about sockets; the rest is not looked at.

        Raises:
            ManifestError: With Chromium's text.
        """
        permissions: Any = document.get("permissions", [])
        legacy = _parse_legacy(_permissions(permissions))
        # Of these an app has none until it asks for them.
        _parse_legacy(_permissions(document.get("optional_permissions", [])))
        return cls(
            document,
            _parse_sockets(document["sockets"]) if "sockets" in document else None,
            legacy,
            has_system_network="system.network" in permissions,
        )

    def allows(self, operation: Operation, host: str = "", port: int = 0) -> bool:
        """Whether `chrome.sockets` may do this; host as the script wrote it, port wrapped."""
        return any(grant.allows(operation, host, port) for grant in self.sockets or ())

    def allows_legacy(self, operation: Operation, host: str = "", port: int = 0) -> bool:
        """Whether `chrome.socket` may do this."""
        return any(grant.allows(operation, host, port) for grant in self.legacy or ())


def _parse_sockets(value: Any) -> tuple[Grant, ...]:
    """Types first, then patterns, as Chromium does."""
    document = _dictionary(value)
    found: list[tuple[Operation, list[str]]] = []
    for part, places in _PLACES.items():
        if part in document:
            members = _dictionary(document[part], part)
            found += [(use, _patterns(members[name])) for name, use in places if name in members]
    return tuple(_grant(use, pattern) for use, patterns in found for pattern in patterns)


def _grant(operation: Operation, pattern: str) -> Grant:
    try:
        return Grant.parse(operation, pattern.split(":") if pattern else [])
    except PatternError:
        raise ManifestError(f"Invalid host:port pattern '{pattern}'") from None


def _dictionary(value: Any, name: str = "") -> Mapping[str, Any]:
    if isinstance(value, dict):
        return cast("Mapping[str, Any]", value)
    prefix = f"'{name}': " if name else ""
    raise ManifestError(f"{prefix}expected dictionary, got {_type_of(value)}")


def _patterns(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if not isinstance(value, list):
        raise ManifestError(f"expected string or strings, got {_type_of(value)}")
    items = cast("list[Any]", value)
    for index, item in enumerate(items):
        if not isinstance(item, str):
            raise ManifestError(
                f"Error at key 'strings': Parsing array failed at index {index}: "
                f"expected string, got {_type_of(item)}"
            )
    return items


def _permissions(value: Any) -> Iterator[Any]:
    """Names, and dictionaries of one name each, every one checked when its turn comes."""
    if not isinstance(value, list):
        raise ManifestError("Invalid value for 'permissions'.")
    entries = cast("list[Any]", value)
    for index, entry in enumerate(entries):
        names = list(cast("dict[str, Any]", entry)) if isinstance(entry, dict) else []
        if len(names) != 1 and not isinstance(entry, str):
            raise ManifestError(f"Invalid value for 'permissions[{index}]'.")
        if not _PLAIN.isdisjoint(names):
            raise ManifestError(f"Invalid value for 'permissions[{names[0]}]'.")
        yield entry


def _parse_legacy(entries: Iterator[Any]) -> tuple[Grant, ...] | None:
    """The `socket` permission; entries that Chromium does not understand are left out.

    Of several lists each must be good, and the last one holds.
    """
    grants: tuple[Grant, ...] | None = None
    for value in _legacy_lists(entries):
        if not isinstance(value, list):
            raise ManifestError(f"{_SOCKET}Cannot parse the permission list. It's not a list..")
        grants = tuple(_legacy_grants(cast("list[Any]", value)))
        if not grants:
            raise ManifestError(f"{_SOCKET}NULL or empty permission list.")
    return grants


def _legacy_lists(entries: Iterator[Any]) -> Iterator[Any]:
    for entry in entries:
        if entry == "socket":
            yield []
        elif isinstance(entry, dict) and "socket" in entry:
            yield cast("Any", entry["socket"])


def _legacy_grants(entries: list[Any]) -> Iterator[Grant]:
    for entry in entries:
        operation, *parts = entry.split(":") if isinstance(entry, str) else [""]
        try:
            yield Grant.parse(Operation(operation), parts)
        except ValueError:
            continue


def _type_of(value: Any) -> str:
    """Name of a JSON value's type as Chromium's manifest errors have it."""
    if value is None:
        return "null"
    if isinstance(value, int) and not MIN_INTEGER <= value <= MAX_INTEGER:
        return "double"
    names = {
        "bool": "boolean",
        "int": "integer",
        "float": "double",
        "str": "string",
        "list": "list",
    }
    return names.get(type(cast("object", value)).__name__, "dictionary")
