"""Make the pictures of the README: the real window in real conversations.

    .venv/bin/python packaging/screenshots.py [SCENE ...]       the README's, beside this file
    .venv/bin/python packaging/screenshots.py --all FOLDER      every scene in both themes and sizes

Needs no display and nothing outside this machine; the servers are practice servers, and panels of
the window itself. Files are optimised to 256 colours, so that a clone stays small.
"""

import argparse
import asyncio
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog
from scenes import SCENES, Scene
from stage import Stage, let_settle, until

from socket_workbench.folders import Folders
from socket_workbench.settings import Theme
from socket_workbench_ui.main_window import MainWindow
from socket_workbench_ui.qt_loop import new_event_loop
from socket_workbench_ui.wiring import open_workbench

HERE = Path(__file__).resolve().parent
WIDE, SMALL = (1440, 900), (1024, 640)
PALETTE_COLOURS = 256
HUE_BITS = 0xE0E0E0
"""What colours of one hue have in common."""
THEMES: tuple[Theme, ...] = ("light", "dark")
ON_PAGES = frozenset(
    {
        "workbench",
        "tcp-client",
        "certificate",
        "tcp-server",
        "rules",
        "udp",
        "multicast",
        "script",
        "legacy",
    }
)
"""Scenes that the README shows; the others are for those who check how windows look."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to photograph and where to."""

    folder: Path
    scenes: tuple[Scene, ...]
    is_complete: bool
    """Whether both sizes are wanted, not only the one that the README shows."""

    def shots(self, scene: Scene) -> Iterator[tuple[Theme, tuple[int, int], Path]]:
        """Theme, size and file of each picture of a scene."""
        for size in (WIDE, SMALL) if self.is_complete else (WIDE,):
            for theme in THEMES:
                suffix = "-small" if size == SMALL else ""
                yield theme, size, self.folder / f"{scene.name}-{theme}{suffix}.png"


def main() -> int:
    """Take the pictures that the command line asks for."""
    order = read_order()
    order.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    with asyncio.Runner(loop_factory=lambda: new_event_loop(app)) as runner:
        for scene in order.scenes:
            runner.run(play(app, scene, order))
    return 0


def read_order() -> Order:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    names = [scene.name for scene in SCENES]
    parser.add_argument("scenes", nargs="*", metavar="SCENE", help=f"one of {', '.join(names)}")
    parser.add_argument("--all", type=Path, metavar="FOLDER", help="all pictures, to this folder")
    chosen = parser.parse_args()
    if unknown := set(chosen.scenes) - set(names):
        parser.error(f"there is no scene {', '.join(sorted(unknown))}")
    wanted = chosen.scenes or (names if chosen.all else ON_PAGES)
    scenes = tuple(one for one in SCENES if one.name in wanted)
    return Order(chosen.all or HERE / "screenshots", scenes, is_complete=chosen.all is not None)


async def play(app: QApplication, scene: Scene, order: Order) -> None:
    """Open a window, let the scene happen in it once, and photograph it from all sides."""
    with tempfile.TemporaryDirectory() as state:
        folders = Folders(config=Path(state) / "config", state=Path(state) / "state")
        async with open_workbench(app, folders) as workbench:
            workbench.window.resize(*WIDE)
            running = asyncio.get_running_loop().create_task(workbench.run())
            await until(workbench.window.isVisible)
            pictures: dict[Path, QImage] = {}
            async with scene.play(Stage(workbench)):
                for theme, size, file in order.shots(scene):
                    workbench.preferences.theme_chosen(theme)
                    workbench.window.resize(*size)
                    await let_settle(workbench.window)
                    pictures[file] = photograph(workbench.window)
            workbench.leave()
            await running
    for file, picture in pictures.items():  # takes long enough to be seen as a slow answer
        save(picture, file)


def photograph(window: MainWindow) -> QImage:
    """The window with the dialogs that are open over it."""
    picture = window.grab()
    painter = QPainter(picture)
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            _draw_over(painter, window, dialog)
    painter.end()
    return picture.toImage()


def _draw_over(painter: QPainter, window: MainWindow, dialog: QDialog) -> None:
    drawn: QPixmap = dialog.grab()
    free = window.size() - dialog.size()
    place = QPoint(max(free.width() // 2, 0), max(free.height() // 3, 0))
    painter.drawPixmap(place, drawn)
    # Offscreen, nobody draws a frame.
    painter.setPen(QColor(128, 128, 128))
    painter.drawRect(place.x() - 1, place.y() - 1, dialog.width() + 1, dialog.height() + 1)


def save(picture: QImage, file: Path) -> None:
    """Write a picture in 256 colours and tell of it."""
    exact = picture.convertToFormat(QImage.Format.Format_RGB32)
    small = exact.convertToFormat(QImage.Format.Format_Indexed8, colours_of(exact))
    if not small.save(str(file), quality=0):
        raise OSError(f"{file} could not be written")
    print(f"{file}: {file.stat().st_size // 1000} kB")


def colours_of(picture: QImage) -> list[int]:
    """The commonest colours, and first the commonest of each hue, however rare that is."""
    pixels = memoryview(picture.constBits()).cast("B").cast("I")
    ranked = [colour for colour, _ in Counter(pixels).most_common()]
    hues: dict[int, int] = {}
    for colour in ranked:
        hues.setdefault(colour & HUE_BITS, colour)
    first = list(hues.values())[: PALETTE_COLOURS * 3 // 4]
    return list(dict.fromkeys([*first, *ranked]))[:PALETTE_COLOURS]


if __name__ == "__main__":
    sys.exit(main())
