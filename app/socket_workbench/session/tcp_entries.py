"""The TCP panels as a session file keeps them."""

from typing import Literal, TypeAlias

from msgspec import Struct

from socket_workbench.session.fields import (
    BufferSize,
    Count,
    DelaySeconds,
    DnsChoice,
    FilledText,
    Milliseconds,
    Port,
    TalkEntry,
    TlsVersion,
)

MatchKind: TypeAlias = Literal["contains", "startsWith", "equals", "regex", "always"]
ReplyFormat: TypeAlias = Literal["text", "hex"]
AfterReply: TypeAlias = Literal["keep", "close", "reset"]
RetryAfter: TypeAlias = Literal["loss", "failure", "both"]
"""What makes a client connect again: a connection that ended, an attempt that failed, either."""
ResponderMode: TypeAlias = Literal["none", "echo", "discard", "fixed", "rules"]
Framing: TypeAlias = Literal["read", "line"]
RuleOrder: TypeAlias = Literal["first", "all"]


class TrustedEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="camel"):
    """A certificate that the user trusts for one host and port, whoever issued it."""

    host: str
    port: Port
    sha256: FilledText
    """Fingerprint in lower-case hexadecimal, without colons."""
    title: str = ""
    """Whose certificate it says it is."""


class ClientTlsEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="camel"):
    """How a TCP client secures its connection."""

    is_on: bool = False
    min_version: TlsVersion = ""
    max_version: TlsVersion = ""
    ca_file: str = ""
    """Path of PEM certificates that are trusted besides the system's; empty without."""
    trusted: tuple[TrustedEntry, ...] = ()


class ReconnectEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="camel"):
    """Whether and how a TCP client connects again by itself."""

    is_on: bool = False
    after: RetryAfter = "loss"
    first_delay_ms: Milliseconds = 1000
    longest_delay_ms: Milliseconds = 30_000
    attempts: Count = 0
    """Attempts in a row at most; 0 sets no limit."""


class TcpClientEntry(TalkEntry, frozen=True, kw_only=True, tag_field="kind", tag="tcpClient"):
    """One TCP client panel."""

    host: str = ""
    port: Port | None = None
    """`None` while the field holds no port."""
    dns: DnsChoice = "any"
    buffer_size: BufferSize | None = None
    """Bytes of one read; `None` takes the API's own default."""
    keep_alive: bool = False
    keep_alive_delay_s: DelaySeconds = 0
    no_delay: bool = False
    tls: ClientTlsEntry = ClientTlsEntry()
    reconnect: ReconnectEntry = ReconnectEntry()


class ReplyEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="camel"):
    """What a responder sends back, and how."""

    format: ReplyFormat = "text"
    text: str = ""
    """Escapes, variables and a rule's captures in it are put in when it is sent."""
    delay_ms: Milliseconds = 0
    chunk_bytes: Count = 0
    """Bytes per `send`; 0 sends all in one."""
    chunk_pause_ms: Milliseconds = 0
    then: AfterReply = "keep"


class RuleEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="camel"):
    """One rule: what is looked for in what a client sent, and the reply."""

    name: str = ""
    is_on: bool = True
    match: MatchKind = "contains"
    pattern_format: ReplyFormat = "text"
    """How `pattern` is written; a regular expression is one in either case."""
    pattern: str = ""
    reply: ReplyEntry = ReplyEntry()


class ResponderEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="camel"):
    """What a TCP server does with what its clients send."""

    mode: ResponderMode = "none"
    framing: Framing = "read"
    """What one answer answers: the bytes of one read, or one line."""
    order: RuleOrder = "first"
    """Whether only the first rule that matches answers, or each one."""
    fixed: ReplyEntry = ReplyEntry()
    rules: tuple[RuleEntry, ...] = ()


class ServerTlsEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="camel"):
    """How a TCP server secures its connections."""

    is_on: bool = False
    certificate_file: str = ""
    """Path of the certificate, PEM or PKCS #12; empty uses the one that was generated."""
    key_file: str = ""
    """Path of its key; empty where the certificate's file holds it. Passwords are not saved."""
    generated: str = ""
    """A certificate made here for tests, with its key, as PEM; empty when none was made."""


class TcpServerEntry(TalkEntry, frozen=True, kw_only=True, tag_field="kind", tag="tcpServer"):
    """One TCP server panel."""

    address: str = "127.0.0.1"
    port: Port | None = 0
    """0 lets the system choose; `None` while the field holds no port."""
    backlog: Count | None = None
    """`None` leaves the API's own."""
    buffer_size: BufferSize | None = None
    """Bytes of one read of a client; `None` takes the API's own default."""
    no_delay: bool = False
    keeps_half_closed: bool = False
    """Whether a client that has closed its side stays open here, to be sent to."""
    responder: ResponderEntry = ResponderEntry()
    tls: ServerTlsEntry = ServerTlsEntry()
