"""A panel of each kind in which every field differs from its default."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import NODEFAULT, Struct
from msgspec.structs import fields

from socket_workbench.session.fields import ComposerEntry, Preset
from socket_workbench.session.schema import PanelEntry
from socket_workbench.session.script_entries import LegacyCallEntry, LegacyEntry, ScriptEntry
from socket_workbench.session.tcp_entries import (
    ClientTlsEntry,
    ReconnectEntry,
    ReplyEntry,
    ResponderEntry,
    RuleEntry,
    ServerTlsEntry,
    TcpClientEntry,
    TcpServerEntry,
    TrustedEntry,
)
from socket_workbench.session.udp_entries import GroupEntry, MulticastEntry, UdpEntry

PRESETS = (
    Preset(
        name="größe ☃", format="hex", text="0d 0a", line_ending="nul", file="/tmp/a.bin", key="F2"
    ),
)
REPLY = ReplyEntry(
    format="hex", text="00 01", delay_ms=50, chunk_bytes=3, chunk_pause_ms=7, then="reset"
)


def composer(file: Path) -> ComposerEntry:
    return ComposerEntry(
        format="file",
        text="0d 0a zz",
        line_ending="crlf",
        file=str(file),
        repeat_count=12,
        repeat_interval_ms=250,
        both_views=True,
    )


def tcp_client(folder: Path) -> TcpClientEntry:
    return TcpClientEntry(
        title="client",
        name="probe",
        persistent=True,
        composer=composer(folder / "data.bin"),
        presets=PRESETS,
        view="both",
        stamps_gaps=True,
        joins_chunks=True,
        host="localhost",
        port=8080,
        dns="ipv6",
        buffer_size=65536,
        keep_alive=True,
        keep_alive_delay_s=30,
        no_delay=True,
        tls=ClientTlsEntry(
            is_on=True,
            min_version="tls1.2",
            max_version="tls1.3",
            ca_file=str(folder / "ca.pem"),
            trusted=(TrustedEntry(host="localhost", port=8443, sha256="ab" * 32, title="me"),),
        ),
        reconnect=ReconnectEntry(
            is_on=True, after="both", first_delay_ms=200, longest_delay_ms=5000, attempts=4
        ),
    )


def tcp_server(folder: Path) -> TcpServerEntry:
    return TcpServerEntry(
        title="server",
        name="mine",
        persistent=True,
        composer=composer(folder / "data.bin"),
        presets=PRESETS,
        view="hex",
        stamps_gaps=True,
        joins_chunks=True,
        address="::1",
        port=8099,
        backlog=7,
        buffer_size=8192,
        no_delay=True,
        keeps_half_closed=True,
        responder=ResponderEntry(
            mode="rules",
            framing="line",
            order="all",
            fixed=REPLY,
            rules=(
                RuleEntry(
                    name="greet",
                    is_on=False,
                    match="startsWith",
                    pattern_format="hex",
                    pattern="00 01",
                    reply=REPLY,
                ),
            ),
        ),
        tls=ServerTlsEntry(
            is_on=True,
            certificate_file=str(folder / "server.pem"),
            key_file=str(folder / "server.key"),
            generated="-----BEGIN CERTIFICATE-----",
        ),
    )


def udp(folder: Path) -> UdpEntry:
    return UdpEntry(
        title="datagrams",
        name="n",
        persistent=True,
        composer=composer(folder / "data.bin"),
        presets=PRESETS,
        view="hex",
        stamps_gaps=True,
        joins_chunks=True,
        address="127.0.0.1",
        port=4321,
        peer_host="::1",
        peer_port=9,
        dns="ipv6",
        broadcast=True,
        adapter="gone0",
        share_port=True,
        piece_bytes=512,
        buffer_size=9000,
        receive_buffer_bytes=100_000,
    )


def multicast(folder: Path) -> MulticastEntry:
    return MulticastEntry(
        title="group",
        name="n",
        persistent=True,
        composer=composer(folder / "data.bin"),
        presets=PRESETS,
        view="both",
        stamps_gaps=True,
        joins_chunks=True,
        group="239.1.2.3",
        port=4321,
        adapter="gone0",
        groups=(GroupEntry(group="239.1.2.4", adapter="gone0"),),
        time_to_live=7,
        loopback=False,
        share_port=False,
        piece_bytes=512,
        buffer_size=9000,
        receive_buffer_bytes=100_000,
    )


def script(folder: Path) -> ScriptEntry:
    return ScriptEntry(
        title="script",
        text="console.log('unsaved');",
        file=str(folder / "mine.js"),
        app_folder=str(folder / "app"),
        compat="documented",
        drafts={"main.js": "console.log('draft')"},
        expressions=("1 + 1", "chrome"),
    )


def legacy(folder: Path) -> LegacyEntry:
    del folder
    write = LegacyCallEntry(
        method="write", arguments={"socketId": "3", "data": "0d"}, data_format="hex"
    )
    return LegacyEntry(title="old", call=write, history=(write,), view="both")


EVERY_KIND = (tcp_client, tcp_server, udp, multicast, script, legacy)
"""Makes an entry; files that it names are in the folder given, whether they exist or not."""


def all_kinds(folder: Path) -> tuple[PanelEntry, ...]:
    return tuple(make(folder) for make in EVERY_KIND)


def left_at_default(entry: Struct, place: str = "") -> Iterator[str]:
    """Names of the fields, nested ones too, that say nothing that their defaults don't."""
    for field in fields(entry):
        name, value = f"{place}{field.name}", getattr(entry, field.name)
        default = field.default
        if field.default_factory is not NODEFAULT:
            default = field.default_factory()
        if default is not NODEFAULT and value == default:
            yield name
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Struct):
                yield from left_at_default(part, f"{name}.")
