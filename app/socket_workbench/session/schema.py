"""What a session file holds: the workbench as the user built it, format version 1."""

from typing import Literal, TypeAlias

from msgspec import UNSET, Struct, UnsetType, field

from socket_workbench.session.fields import Index
from socket_workbench.session.script_entries import LegacyEntry, ScriptEntry
from socket_workbench.session.tcp_entries import TcpClientEntry, TcpServerEntry
from socket_workbench.session.udp_entries import MulticastEntry, UdpEntry

FORMAT_VERSION = 1
"""The newest format that this program reads, and the one that it writes."""

PanelEntry: TypeAlias = (
    TcpClientEntry | TcpServerEntry | UdpEntry | MulticastEntry | ScriptEntry | LegacyEntry
)
"""One of the panel kinds, told apart by `kind`."""


class Session(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="camel"):
    """One saved workbench; portable, without geometry."""

    schema: str | UnsetType = field(name="$schema", default=UNSET)
    """Kept when someone pointed their editor at the JSON Schema; not written otherwise."""
    version: Literal[1]
    panels: tuple[PanelEntry, ...] = ()
    """In the order of their tabs."""
    current_panel: Index = 0
    """Place in `panels` of the tab in front; 0 when there is none."""
    capture: str = ""
    """The capture saved along, relative to the session's folder, with `/`; empty without one."""
