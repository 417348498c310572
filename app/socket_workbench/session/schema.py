"""What a session file holds: the workbench as the user built it, format version 1."""

from typing import Annotated, Literal, TypeAlias

from msgspec import UNSET, Meta, Struct, UnsetType, field

FORMAT_VERSION = 1
"""The newest format that this program reads, and the one that it writes."""

INT32_MAX = 2**31 - 1

Port: TypeAlias = Annotated[int, Meta(ge=0, le=65535)]
FilledText: TypeAlias = Annotated[str, Meta(min_length=1)]
BufferSize: TypeAlias = Annotated[int, Meta(ge=1, le=INT32_MAX)]
DelaySeconds: TypeAlias = Annotated[int, Meta(ge=0, le=INT32_MAX)]
Index: TypeAlias = Annotated[int, Meta(ge=0)]

ByteFormat: TypeAlias = Literal["text", "hex", "base64", "file"]
LineEnding: TypeAlias = Literal["none", "lf", "cr", "crlf", "nul"]
DnsChoice: TypeAlias = Literal["any", "ipv4", "ipv6"]
DataView: TypeAlias = Literal["text", "hex", "both"]


class ComposerEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="camel"):
    """What stands in a panel's composer, unsent."""

    format: ByteFormat = "text"
    text: str = ""
    """As typed, escapes and mistakes included; also kept while `format` is `file`."""
    line_ending: LineEnding = "none"
    file: str = ""
    """Path of the file to send; empty when none was chosen."""


class Preset(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="camel"):
    """A named content for the composer."""

    name: FilledText
    format: ByteFormat = "text"
    text: str = ""
    line_ending: LineEnding = "none"
    file: str = ""
    key: str = ""
    """The key that sends it, as `F2`; empty when it has none."""


class TcpClientEntry(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    rename="camel",
    tag_field="kind",
    tag="tcpClient",
):
    """One TCP client panel."""

    title: FilledText
    host: str = ""
    port: Port | None = None
    """`None` while the field holds no port."""
    dns: DnsChoice = "any"
    name: str = ""
    persistent: bool = False
    buffer_size: BufferSize | None = None
    """Bytes of one read; `None` takes the API's own default."""
    keep_alive: bool = False
    keep_alive_delay_s: DelaySeconds = 0
    no_delay: bool = False
    composer: ComposerEntry = ComposerEntry()
    presets: tuple[Preset, ...] = ()
    view: DataView = "text"


PanelEntry: TypeAlias = TcpClientEntry
"""One of the panel kinds, told apart by `kind`; a further kind joins as `TcpClientEntry | ...`."""


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
