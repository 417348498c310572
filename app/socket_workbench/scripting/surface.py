"""What of chrome.* an app sees, as a table for JavaScript."""

from collections.abc import Collection
from typing import Any, Final

from socket_workbench.chrome.manifest import Manifest
from socket_workbench.chrome.signatures import (
    DICTIONARIES,
    ENUMS,
    EVENTS,
    SIGNATURES,
    Signature,
)

ALWAYS: Final = ("runtime", "app.runtime")
"""Namespaces that every app has."""


def api_table(namespaces: Collection[str]) -> dict[str, Any]:
    """Methods, events and enums of these namespaces, and all types, for `chrome.js`.

    Methods are in the order of their names and events the other way round, as a script finds
    them in Chromium.
    """
    shown = {*namespaces, *ALWAYS}
    methods = [one for one in SIGNATURES.values() if one.namespace in shown]
    return {
        "methods": [_method(one) for one in sorted(methods, key=lambda one: one.name)],
        "events": {name: events[::-1] for name, events in EVENTS.items() if name in shown},
        "enums": ENUMS,
        "shownEnums": {
            name: members for name, members in ENUMS.items() if name.rpartition(".")[0] in shown
        },
        "dictionaries": {
            name: {member: one.type_name for member, one in members.items()}
            for name, members in DICTIONARIES.items()
        },
    }


def shown_namespaces(manifest: Manifest) -> frozenset[str]:
    """The namespaces of the table that an app with this manifest has."""
    is_shown = {
        "sockets.tcp": manifest.sockets is not None,
        "sockets.tcpServer": manifest.sockets is not None,
        "sockets.udp": manifest.sockets is not None,
        "socket": manifest.legacy is not None,
        "system.network": manifest.has_system_network,
    }
    return frozenset(name for name, shown in is_shown.items() if shown)


def _method(signature: Signature) -> dict[str, Any]:
    return {
        "namespace": signature.namespace,
        "name": signature.name,
        "text": signature.text,
        "callback": signature.callback.value,
        "parameters": [
            {"name": one.name, "type": one.type_name, "optional": one.is_optional}
            for one in signature.parameters
        ],
    }
