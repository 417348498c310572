"""The command line: what is asked for, and the commands that need no window."""

import argparse
import math
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

# Imported here is only what parsing needs: `--version` must answer before a window could open.

PROGRAM = "socket-workbench"
DISTRIBUTION = "socket-workbench"
PRACTICE_KINDS = ("echo", "discard", "chargen", "http")
HIGHEST_PORT = 65535

FAILED = 1

EPILOG = f"""\
commands without a window:
  practice KIND         run a server to try things on: {", ".join(PRACTICE_KINDS)}
  script run FILE...    run JavaScript with chrome.*, or an app's folder
  script check APPDIR   say whether a manifest's socket permissions are valid
  session check FILE    say whether session files are valid, and where they are not
  session schema        print the JSON Schema of session files

'{PROGRAM} COMMAND --help' tells more about each.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowOptions:
    """Open the window."""

    file: Path | None = None
    """The session (`.swb`) or capture (`.swcap`) to open in it."""
    measures_startup: bool = False
    """Print the seconds from process start to first paint, and end."""


Command: TypeAlias = Callable[[], int]
"""A command without a window; gives the exit code."""


def parse(arguments: Sequence[str]) -> WindowOptions | Command:
    """Find out what is wanted.

    Args:
        arguments: As `sys.argv[1:]`.

    Raises:
        SystemExit: With 0 after `--help` or `--version`, with 2 after wrong usage.
    """
    if arguments and arguments[0] in COMMANDS:
        parser = COMMANDS[arguments[0]]()
        options = parser.parse_args(arguments[1:])
        command: Callable[[argparse.Namespace], int] = options.command
        return lambda: command(options)
    parser = _window_parser()
    options = parser.parse_args(arguments)
    if options.version:
        _print(f"{PROGRAM} {_version()}")
        parser.exit()
    return WindowOptions(file=options.file, measures_startup=options.startup_time)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command without a window; the console script opens the window itself."""
    wanted = parse(sys.argv[1:] if arguments is None else arguments)
    if isinstance(wanted, WindowOptions):
        sys.stderr.write(f"{PROGRAM}: the window is opened by the {PROGRAM} command.\n")
        return FAILED
    return run(wanted)


def run(command: Command) -> int:
    """Run `command`, whatever the terminal can show."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="backslashreplace")
    return command()


def _window_parser() -> argparse.ArgumentParser:
    parser = _parser(
        PROGRAM,
        "Open sockets by pointing and clicking, and see everything that happens on them.",
        epilog=EPILOG,
    )
    parser.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="a session (.swb) or capture (.swcap)"
    )
    parser.add_argument("--version", action="store_true", help="print the version and end")
    parser.add_argument(
        "--startup-time",
        action="store_true",
        help="print the seconds from process start to first paint, and end",
    )
    return parser


def _practice_parser() -> argparse.ArgumentParser:
    parser = _parser(f"{PROGRAM} practice", "Run a server to try things on, until Ctrl+C.")
    parser.add_argument("kind", choices=PRACTICE_KINDS)
    parser.add_argument(
        "--port", type=_port, default=0, metavar="N", help="0, the default, takes a free one"
    )
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="H", help="address to listen on (127.0.0.1)"
    )
    parser.add_argument("--udp", action="store_true", help="serve UDP instead of TCP; not http")
    parser.set_defaults(command=_practice, refuse=parser.error)
    return parser


def _practice(options: argparse.Namespace) -> int:
    from socket_workbench.cli_texts import listen_error_text
    from socket_workbench.net.events import Endpoint
    from socket_workbench.practice.command import address_text, run
    from socket_workbench.practice.server import PracticeKind, PracticeServer

    kind = PracticeKind(options.kind)
    if options.udp and kind is PracticeKind.HTTP:
        options.refuse("http needs TCP")
    protocol = "UDP" if options.udp else "TCP"

    def ready(endpoint: Endpoint) -> None:
        where = address_text(kind, endpoint)
        _print(f"practice {kind}: listening on {where} ({protocol}; Ctrl+C ends it)")

    try:
        run(PracticeServer(kind, options.host, options.port, is_udp=options.udp), ready)
    except OSError as error:
        where = address_text(PracticeKind.ECHO, Endpoint(options.host, options.port))
        return _fail(listen_error_text(where, error))
    return 0


def _session_parser() -> argparse.ArgumentParser:
    parser = _parser(f"{PROGRAM} session", "Look at session files.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="say whether session files are valid")
    check.add_argument("files", nargs="+", type=Path, metavar="FILE")
    check.set_defaults(command=_check_sessions)
    schema = commands.add_parser("schema", help="print the JSON Schema of session files")
    schema.set_defaults(command=_print_schema)
    return parser


def _check_sessions(options: argparse.Namespace) -> int:
    files: list[Path] = options.files
    return max(_check_session(file) for file in files)


def _check_session(file: Path) -> int:
    from socket_workbench.cli_texts import session_error_text
    from socket_workbench.session import store
    from socket_workbench.session.errors import SessionError

    try:
        session = store.read(file)
    except SessionError as error:
        return _fail(session_error_text(error))
    count = len(session.panels)
    _print(f"{file}: valid, format version {session.version}, {count} panel{'s'[: count != 1]}")
    return 0


def _print_schema(_: argparse.Namespace) -> int:
    from socket_workbench.session.json_schema import schema_text

    _print(schema_text().rstrip())
    return 0


def _script_parser() -> argparse.ArgumentParser:
    parser = _parser(f"{PROGRAM} script", "Run JavaScript with chrome.*, check manifests.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    run_parser = commands.add_parser("run", help="run files in one context, or an app's folder")
    run_parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    run_parser.add_argument(
        "--manifest", type=Path, metavar="FILE", help="permissions; everything without one"
    )
    run_parser.add_argument(
        "--timeout", type=_seconds, metavar="S", help="end after so many seconds at the latest"
    )
    run_parser.set_defaults(command=_run_script)
    check = commands.add_parser("check", help="say whether a manifest's permissions are valid")
    check.add_argument("place", type=Path, metavar="APPDIR|manifest.json")
    check.set_defaults(command=_check_manifest)
    host = commands.add_parser("host")  # what a packaged program starts for V8
    host.add_argument("end")
    host.set_defaults(command=_serve_script)
    return parser


def _seconds(text: str) -> float:
    """A time that passes.

    Raises:
        ValueError: It is none.
    """
    seconds = float(text)
    if not 0 <= seconds < math.inf:
        raise ValueError(text)
    return seconds


def _run_script(options: argparse.Namespace) -> int:
    from socket_workbench.scripting.commands import RunOptions, run

    return run(
        RunOptions(files=options.files, manifest=options.manifest, timeout_s=options.timeout)
    )


def _check_manifest(options: argparse.Namespace) -> int:
    from socket_workbench.scripting.commands import check

    return check(options.place)


def _serve_script(options: argparse.Namespace) -> int:
    from socket_workbench.scripting.host import main as serve

    serve(options.end)
    return 0


COMMANDS: dict[str, Callable[[], argparse.ArgumentParser]] = {
    "practice": _practice_parser,
    "script": _script_parser,
    "session": _session_parser,
}
"""The first word of a command line that needs no window; a file of such a name is `./practice`."""


def _version() -> str:
    from importlib.metadata import version  # slower to import than all the rest

    return version(DISTRIBUTION)


def _parser(program: str, description: str, *, epilog: str = "") -> argparse.ArgumentParser:
    return argparse.ArgumentParser(
        prog=program,
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text) <= HIGHEST_PORT):
        raise argparse.ArgumentTypeError(f"{text!r} is no port: 0 to {HIGHEST_PORT}")
    return int(text)


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _fail(text: str) -> int:
    sys.stderr.write(f"{text}\n")
    return FAILED


if __name__ == "__main__":
    sys.exit(main())
