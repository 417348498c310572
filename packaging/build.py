"""Build the program that runs without Python, and start it: `./workbench package`.

The result is the folder dist/socket-workbench. On Linux it is started under Xvfb (Debian package
`xvfb`) and its window is photographed to build/window.png.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parent.parent
DIST, BUILD = ROOT / "dist", ROOT / "build"
FOLDER = DIST / "socket-workbench"
PROGRAM = FOLDER / ("socket-workbench.exe" if sys.platform == "win32" else "socket-workbench")
ICON = ROOT / "resources/socket_workbench_resources/icons/socket-workbench.svg"
LINUX_FILES = {
    "packaging/linux/socket-workbench.desktop": "share/applications/socket-workbench.desktop",
    "packaging/linux/socket-workbench.metainfo.xml": "share/metainfo/socket-workbench.metainfo.xml",
    "packaging/linux/socket-workbench-mime.xml": "share/mime/packages/socket-workbench.xml",
    str(ICON): "share/icons/hicolor/scalable/apps/socket-workbench.svg",
}
SCREEN = "1440x900x24"
PLAIN = {"PATH": os.defpath, "LC_ALL": "C.UTF-8"}
"""An environment without anything of this one, so that the program proves to need none of it."""
TIMEOUT_S = 30
OPENING_S = 5
"""From the first paint until the panels of a session are there, on a slow machine."""
PAINTED_SHARE = 0.3
"""Part of the screen that must not be Xvfb's black before a window counts as there."""


EVERY_PANEL = json.dumps(
    {
        "version": 1,
        "panels": [
            {"kind": kind, "title": kind}
            for kind in ("tcpClient", "tcpServer", "udp", "multicast", "legacy", "script")
        ],
        "currentPanel": 5,
    }
)
SCRIPT = """
chrome.sockets.udp.create({}, ({socketId}) =>
  chrome.sockets.udp.bind(socketId, "127.0.0.1", 0, (code) => {
    console.log("bound", code);
    chrome.sockets.udp.close(socketId);
  }));
"""


class CheckError(Exception):
    """The built program does not do what it should."""


def main() -> int:
    """Build, then check; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check-only", action="store_true", help="start what was built before")
    if not parser.parse_args().check_only:
        build()
    print(f"{FOLDER}: {size_mb(FOLDER):.0f} MB")
    try:
        check_headless()
        if sys.platform == "linux":
            check_window()
    except CheckError as failure:
        print(f"build.py: {failure}", file=sys.stderr)
        return 1
    return 0


def build() -> None:
    """Run PyInstaller and add what belongs beside the program."""
    BUILD.mkdir(exist_ok=True)
    if sys.platform != "linux":
        draw_icon(BUILD / ("icon.ico" if sys.platform == "win32" else "icon.icns"))
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
            *("--distpath", str(DIST), "--workpath", str(BUILD / "pyinstaller")),
            str(ROOT / "packaging/socket-workbench.spec"),
        ],
        cwd=BUILD,
        check=True,
    )
    if sys.platform == "linux":
        for source, target in LINUX_FILES.items():
            (FOLDER / target).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / source, FOLDER / target)


def draw_icon(target: Path) -> None:
    """Draw the SVG icon in the format that the system wants."""
    image = QImage(256, 256, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(ICON)).render(painter, QRectF(image.rect()))
    painter.end()
    if not image.save(str(target)):
        raise CheckError(f"{target} could not be written")


def size_mb(folder: Path) -> float:
    """Add up the files of a folder."""
    files = (file for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    return sum(file.stat().st_size for file in files) / 1e6


def run_program(*arguments: str, environment: dict[str, str]) -> str:
    """Run the built program to its end and give what it printed.

    Raises:
        CheckError: It failed, or printed nothing.
    """
    run = subprocess.run(
        [PROGRAM, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=TIMEOUT_S,
    )
    if run.returncode or not run.stdout.strip():
        raise CheckError(f"{arguments} gave exit code {run.returncode}: {run.stderr.strip()}")
    return run.stdout.strip()


def check_headless() -> None:
    """The command line must answer, and run a script, without display and this environment."""
    print(run_program("--version", environment=PLAIN))
    with tempfile.TemporaryDirectory() as home:
        script = Path(home) / "bind.js"
        script.write_text(SCRIPT)
        said = run_program("script", "run", str(script), environment={**PLAIN, "HOME": home})
    if said != "bound 0":
        raise CheckError(f"a script said {said!r}")


def check_window() -> None:
    """The window must appear on an empty screen, and tell how long that took."""
    with tempfile.TemporaryDirectory() as home, virtual_screen() as display:
        environment = {**PLAIN, "HOME": home, "DISPLAY": display}
        seconds = run_program("--startup-time", environment=environment)
        print(f"{seconds} s to the first paint")
        os.environ.update(PLAIN, DISPLAY=display, QT_QPA_PLATFORM="xcb")
        application = QGuiApplication([])
        session, errors = Path(home) / "every.swb", Path(home) / "errors"
        session.write_text(EVERY_PANEL)
        with started(session, errors, environment) as program:
            photograph_window(application, program)
        # What was left out of the build is missed when it is imported, and that is late.
        if "Traceback" in (trouble := errors.read_text()):
            raise CheckError(f"not every panel opened:\n{trouble}")


@contextmanager
def virtual_screen() -> Iterator[str]:
    """Run Xvfb; gives its display."""
    if shutil.which("Xvfb") is None:
        raise CheckError("Xvfb is missing; install it with: sudo apt-get install xvfb")
    read_end, write_end = os.pipe()
    command = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write_end], stderr=subprocess.DEVNULL) as server:
        os.close(write_end)
        with os.fdopen(read_end) as answer:
            display = f":{answer.readline().strip()}"
        try:
            yield display
        finally:
            server.terminate()


@contextmanager
def started(
    file: Path, errors: Path, environment: dict[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    """Keep the built program running with a file; what it complains of goes to `errors`."""
    with (
        errors.open("wb") as stderr,
        subprocess.Popen([PROGRAM, file], env=environment, stderr=stderr) as program,
    ):
        try:
            yield program
        finally:
            program.terminate()


def photograph_window(application: QGuiApplication, program: subprocess.Popen[bytes]) -> None:
    """Wait until the window fills a good part of the screen, and keep the picture."""
    end = time.monotonic() + TIMEOUT_S
    while time.monotonic() < end and program.poll() is None:
        image = application.primaryScreen().grabWindow(0).toImage()
        if painted_share(image) > PAINTED_SHARE:
            time.sleep(OPENING_S)
            image = application.primaryScreen().grabWindow(0).toImage()
            image.save(str(BUILD / "window.png"))
            print(f"the window appeared: {BUILD / 'window.png'}")
            return
        time.sleep(0.2)
    raise CheckError(f"no window appeared (exit code {program.poll()})")


def painted_share(image: QImage) -> float:
    """Tell which part of an image is not black, 0 to 1."""
    small = image.scaled(64, 64)
    points = [(x, y) for x in range(64) for y in range(64)]
    return sum(small.pixelColor(x, y).lightness() > 0 for x, y in points) / len(points)


if __name__ == "__main__":
    sys.exit(main())
