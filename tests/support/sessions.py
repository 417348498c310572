"""A session in which every field differs from its default."""

from socket_workbench.session.fields import ComposerEntry, Preset
from socket_workbench.session.schema import Session
from socket_workbench.session.tcp_entries import TcpClientEntry

FULL = Session(
    version=1,
    panels=(
        TcpClientEntry(
            title="http probe",
            host="localhost",
            port=8080,
            dns="ipv6",
            name="probe",
            persistent=True,
            buffer_size=65536,
            keep_alive=True,
            keep_alive_delay_s=30,
            no_delay=True,
            composer=ComposerEntry(
                format="hex", text="0d 0a zz", line_ending="crlf", file="/tmp/data.bin"
            ),
            presets=(
                Preset(name="GET", text=r"GET / HTTP/1.1\r\n\r\n", line_ending="nul", key="F2"),
                Preset(name="größe ☃", format="file", file="bytes.bin"),
            ),
            view="both",
        ),
        TcpClientEntry(title="second"),
    ),
    current_panel=1,
    capture="evening.swcap",
)
