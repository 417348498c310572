import errno
import json
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from socket_workbench import cli
from socket_workbench.cli import WindowOptions
from socket_workbench.cli_texts import REASONS, listen_error_text, session_error_text
from socket_workbench.net.events import Endpoint
from socket_workbench.practice.command import address_text
from socket_workbench.practice.server import PracticeKind
from socket_workbench.session import store
from socket_workbench.session.errors import SessionError, SessionProblem
from support.sessions import FULL

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
CLI = [sys.executable, "-m", "socket_workbench.cli"]
TIMEOUT_S = 20


@contextmanager
def practice(*arguments: str, prefix: tuple[str, ...] = ()) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [*prefix, *CLI, "practice", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def ready_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline()


def ready_port(process: subprocess.Popen[str]) -> int:
    line = ready_line(process)
    match = re.search(r"127\.0\.0\.1:(\d+)", line)
    assert match, line
    return int(match[1])


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = cli.main(arguments)
    written = capsys.readouterr()
    return code, written.out, written.err


def test_no_argument_opens_the_window() -> None:
    assert cli.parse([]) == WindowOptions()


def test_file_is_opened_in_the_window() -> None:
    assert cli.parse(["work.swb"]) == WindowOptions(file=Path("work.swb"))
    assert cli.parse(["./practice"]) == WindowOptions(file=Path("practice"))


def test_startup_time_is_the_windows_business() -> None:
    assert cli.parse(["--startup-time"]) == WindowOptions(measures_startup=True)


def test_window_is_not_opened_from_here(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, complaint = run(capsys)

    assert code == 1
    assert "window" in complaint


def test_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.parse(["--version"])

    assert ended.value.code == 0
    assert re.fullmatch(r"socket-workbench \d+\.\d+\.\d+\S*\n", capsys.readouterr().out)


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.parse(["--help"])

    text = capsys.readouterr().out
    assert all(f"  {command} " in text for command in cli.COMMANDS)


@pytest.mark.parametrize(
    "arguments",
    [
        ["practice"],
        ["practice", "tea"],
        ["practice", "echo", "--port", "70000"],
        ["practice", "echo", "--port", "-1"],
        ["practice", "echo", "--port", "x"],
        ["session"],
        ["session", "check"],
        ["--unknown"],
        ["a.swb", "b.swb"],
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)

    assert ended.value.code == 2
    assert "usage: socket-workbench" in capsys.readouterr().err


def test_http_over_udp_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["practice", "http", "--udp"])

    assert ended.value.code == 2
    assert "http needs TCP" in capsys.readouterr().err


def test_parsing_imports_nothing_slow() -> None:
    code = (
        "import sys; from socket_workbench import cli; cli.parse(['a.swb']);"
        "print([name for name in ('asyncio', 'msgspec', 'PySide6', 'psutil', 'importlib.metadata')"
        " if name in sys.modules])"
    )

    output = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout

    assert output.strip() == b"[]"


@posix_only
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=lambda each: each.name)
def test_practice_server_answers_and_ends_cleanly(number: signal.Signals) -> None:
    with (
        practice("echo") as process,
        socket.create_connection(("127.0.0.1", ready_port(process)), TIMEOUT_S) as client,
    ):
        client.sendall(b"hello")
        answer = client.recv(5)
        process.send_signal(number)
        rest, complaint = process.communicate(timeout=TIMEOUT_S)

    assert answer == b"hello"
    assert (process.returncode, rest, complaint) == (0, "", "")


@posix_only
def test_ctrl_c_ends_a_server_that_was_started_with_it_ignored() -> None:
    ignoring = ("sh", "-c", 'trap "" INT; exec "$@"', "sh")
    with practice("discard", prefix=ignoring) as process:
        ready_port(process)
        process.send_signal(signal.SIGINT)

        assert process.wait(TIMEOUT_S) == 0


def test_practice_server_over_udp() -> None:
    with (
        practice("echo", "--udp") as process,
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client,
    ):
        client.settimeout(TIMEOUT_S)
        client.sendto(b"hello", ("127.0.0.1", ready_port(process)))

        assert client.recv(100) == b"hello"


def test_http_server_says_its_url() -> None:
    with practice("http") as process:
        line = ready_line(process)

    assert re.match(r"practice http: listening on http://127\.0\.0\.1:\d+/ ", line)


def test_taken_port_is_a_clear_message(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        code, _, complaint = run(capsys, "practice", "echo", "--port", str(port))

    assert code == 1
    assert complaint == (
        f"Cannot listen on 127.0.0.1:{port}: this port is in use by another program.\n"
    )


@pytest.mark.parametrize("host", ["192.0.2.7", "a" * 70 + ".invalid"], ids=["foreign", "no-name"])
def test_impossible_host_is_a_clear_message(host: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, complaint = run(capsys, "practice", "echo", "--host", host)

    assert code == 1
    assert complaint.startswith(f"Cannot listen on {host}:0: ")


def test_addresses_are_written_as_they_are_typed_elsewhere() -> None:
    assert address_text(PracticeKind.HTTP, Endpoint("::1", 80)) == "http://[::1]:80/"
    assert address_text(PracticeKind.ECHO, Endpoint("127.0.0.1", 7)) == "127.0.0.1:7"


def test_unknown_trouble_is_told_in_the_systems_words() -> None:
    error = OSError(errno.EAFNOSUPPORT, "Address family not supported by protocol")

    assert listen_error_text("[::1]:7", error) == (
        "Cannot listen on [::1]:7: Address family not supported by protocol."
    )


def test_valid_session_is_said_to_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.swb"
    store.write(FULL, path)

    assert run(capsys, "session", "check", str(path)) == (
        0,
        f"{path}: valid, format version 1, 2 panels\n",
        "",
    )


def test_wrong_session_is_told_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = tmp_path / "good.swb", tmp_path / "bad.swb"
    store.write(FULL, good)
    bad.write_text('{"version": 1, "panels": [{"kind": "tcpClient", "title": "a", "port": 70000}]}')

    code, output, complaint = run(capsys, "session", "check", str(bad), str(good))

    assert code == 1
    assert output.startswith(f"{good}: valid")
    assert complaint == f"{bad}: $.panels[0].port: expected <= 65535, found 70000\n"


def test_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    code, output, _ = run(capsys, "session", "schema")

    assert code == 0
    assert json.loads(output)["$id"] == "urn:socket-workbench:schema:session-1"


def test_every_problem_has_its_sentence() -> None:
    assert set(REASONS) == set(SessionProblem)


def test_newer_version_is_said_to_be_one() -> None:
    error = SessionError(
        Path("a.swb"), SessionProblem.NEWER_VERSION, place="$.version", version=2, supported=1
    )

    assert session_error_text(error) == (
        "a.swb: $.version: made by a newer version of the program: it is of format version 2, "
        "this program reads up to 1"
    )
