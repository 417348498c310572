"""Whether a window can be opened at all, found out before Qt is loaded: Qt itself would abort."""

from collections.abc import Mapping
from pathlib import Path

X11_SOCKETS = Path("/tmp/.X11-unix")
OPEN_SOCKETS = Path("/proc/net/unix")
WITH_OWN_DISPLAY = frozenset({"darwin", "win32"})
ADVICE = "the commands that --help lists need none"


def display_problem(platform: str, environment: Mapping[str, str]) -> str | None:
    """Say in one English sentence why no window can appear; None when nothing speaks against it.

    Args:
        platform: As `sys.platform`.
        environment: As `os.environ`.
    """
    if platform in WITH_OWN_DISPLAY:
        return None
    wanted = environment.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    display, wayland = environment.get("DISPLAY", ""), environment.get("WAYLAND_DISPLAY", "")
    if wanted == "wayland" or (not wanted and wayland):
        return None if wayland else f"WAYLAND_DISPLAY is not set, so no window can open; {ADVICE}."
    if wanted not in {"", "xcb"}:
        return None
    if not display:
        return (
            "There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set); "
            f"{ADVICE}."
        )
    if not is_x_server_here(display):
        return f"Nothing answers at the display {display} that DISPLAY names; {ADVICE}."
    return None


def is_x_server_here(
    display: str, *, sockets: Path = X11_SOCKETS, open_sockets: Path = OPEN_SOCKETS
) -> bool:
    """Tell whether a local X server listens; a display on another host is taken on trust."""
    host, _, number = display.rpartition(":")
    number = number.partition(".")[0]
    if host not in {"", "unix"} or not number.isdecimal():
        return True
    name = sockets / f"X{number}"
    if name.exists():
        return True
    try:
        listed = open_sockets.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return not sockets.is_dir()  # this system does not tell
    return any(line.endswith(f"@{name}") for line in listed.splitlines())
