"""What the entries of a session file are made of: value types, and the parts that kinds share."""

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct

INT32_MAX = 2**31 - 1

Port: TypeAlias = Annotated[int, Meta(ge=0, le=65535)]
FilledText: TypeAlias = Annotated[str, Meta(min_length=1)]
BufferSize: TypeAlias = Annotated[int, Meta(ge=1, le=INT32_MAX)]
DelaySeconds: TypeAlias = Annotated[int, Meta(ge=0, le=INT32_MAX)]
Milliseconds: TypeAlias = Annotated[int, Meta(ge=0, le=INT32_MAX)]
Count: TypeAlias = Annotated[int, Meta(ge=0, le=INT32_MAX)]
TimeToLive: TypeAlias = Annotated[int, Meta(ge=0, le=255)]
Index: TypeAlias = Annotated[int, Meta(ge=0)]

ByteFormat: TypeAlias = Literal["text", "hex", "base64", "file"]
LineEnding: TypeAlias = Literal["none", "lf", "cr", "crlf", "nul"]
DnsChoice: TypeAlias = Literal["any", "ipv4", "ipv6"]
DataView: TypeAlias = Literal["text", "hex", "both"]
TlsVersion: TypeAlias = Literal["", "tls1.2", "tls1.3"]
"""Empty leaves the API's own limit."""


class ComposerEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="camel"):
    """What stands in a panel's composer, unsent."""

    format: ByteFormat = "text"
    text: str = ""
    """As typed, escapes and mistakes included; also kept while `format` is `file`."""
    line_ending: LineEnding = "none"
    file: str = ""
    """Path of the file to send; empty when none was chosen."""
    repeat_count: Count = 1
    """How often Repeat sends it; 0 goes on until it is stopped."""
    repeat_interval_ms: Milliseconds = 1000
    both_views: bool = False
    """Whether the same bytes are also shown the other way, as hex or text."""


class Preset(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="camel"):
    """A named content for the composer."""

    name: FilledText
    format: ByteFormat = "text"
    text: str = ""
    line_ending: LineEnding = "none"
    file: str = ""
    key: str = ""
    """The key that sends it, as `F2`; empty when it has none."""


class TalkEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="camel"):
    """What every panel has in which bytes are written and read."""

    title: FilledText
    name: str = ""
    persistent: bool = False
    composer: ComposerEntry = ComposerEntry()
    presets: tuple[Preset, ...] = ()
    view: DataView = "text"
    stamps_gaps: bool = False
    """Whether rows are stamped with the time since the one before, not with the time of day."""
    joins_chunks: bool = False
    """Whether consecutive chunks of one direction are one row."""
