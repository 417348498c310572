"""The user's preferences: one JSON file, whose loss costs nothing but habits."""

import asyncio
import shutil
import threading
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from socket_workbench.atomic_file import write_atomically

RECENT_FILES = 10
REMEMBERED_HOSTS = 50
SIZE_LIMIT_BYTES = 1024 * 1024

Theme: TypeAlias = Literal["system", "dark", "light"]
Language: TypeAlias = Literal["system", "en", "de"]
FontPoints: TypeAlias = Annotated[int, Meta(ge=6, le=40)]
KeptFiles: TypeAlias = Annotated[int, Meta(ge=0, le=1000)]
KeptMegabytes: TypeAlias = Annotated[int, Meta(ge=0, le=1_000_000)]


class Settings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="camel"):
    """All preferences; what a file leaves out has its default."""

    theme: Theme = "system"
    language: Language = "system"
    """Taken up at the next start."""
    text_points: FontPoints | None = None
    """Size of the window's font; `None` takes the system's."""
    data_font: str = ""
    """Family of the font for data; empty takes the system's fixed-pitch font."""
    data_points: FontPoints | None = None
    keys: dict[str, str] = {}
    """Keys that differ from the program's own: command id to a key such as `Ctrl+1`, or to
    nothing."""
    notifies: bool = False
    """Whether the desktop is told of connections lost while the window is not in front."""
    kept_recordings: KeptFiles = 10
    """How many recordings are kept that nobody saved."""
    kept_megabytes: KeptMegabytes = 2000
    """How much they may take, all together."""
    recent_files: Annotated[tuple[str, ...], Meta(max_length=RECENT_FILES)] = ()
    """Absolute paths, the latest first."""
    recording_folder: str = ""
    """Where unsaved captures are kept; empty for the usual folder."""
    hosts: Annotated[tuple[str, ...], Meta(max_length=REMEMBERED_HOSTS)] = ()
    """Hosts once connected to, the latest first."""

    def with_recent_file(self, path: Path) -> "Settings":
        """Put `path` in front of the recent files."""
        files = _in_front(str(path.absolute()), self.recent_files, RECENT_FILES)
        return replace(self, recent_files=files)

    def without_recent_file(self, path: Path) -> "Settings":
        """Forget `path`, as when it is gone."""
        gone = str(path.absolute())
        files = tuple(file for file in self.recent_files if file != gone)
        return replace(self, recent_files=files)

    def with_host(self, host: str) -> "Settings":
        """Put `host` in front of the remembered ones; an empty one is not remembered."""
        if not host:
            return self
        return replace(self, hosts=_in_front(host, self.hosts, REMEMBERED_HOSTS))


class SettingsTrouble(StrEnum):
    """What happened to the settings file."""

    DAMAGED = "damaged"
    """It could not be understood; defaults are used and `copy` holds what it was."""
    UNREADABLE = "unreadable"
    """The system does not let us read it; defaults are used."""
    NOT_SAVED = "notSaved"
    """The change holds for this run only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsProblem:
    """Something to tell the user about the settings file; the program goes on."""

    trouble: SettingsTrouble
    path: Path
    detail: str
    """In the words of the parser or of the system."""
    copy: Path | None = None


Change: TypeAlias = Callable[[Settings], Settings]


class SettingsStore:
    """The settings and their file; several windows may share one file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._turn = threading.Lock()
        self.current = Settings()

    def load(self) -> SettingsProblem | None:
        """Read the file, if there is one; quick, so meant for the start, before the loop runs."""
        self.current, problem = _read(self._path)
        return problem

    async def change(self, change: Change) -> SettingsProblem | None:
        """Apply `change` to `current` at once, and in a worker thread to the file as it is by then.

        So two windows do not undo each other's changes. A file that cannot be read by then is
        replaced by what `current` holds.
        """
        self.current = change(self.current)
        return await asyncio.to_thread(self._save, change, self.current)

    def _save(self, change: Change, ours: Settings) -> SettingsProblem | None:
        with self._turn:
            theirs, problem = _read(self._path)
            if problem is not None and problem.trouble is SettingsTrouble.UNREADABLE:
                return problem
            is_usable = problem is None and self._path.exists()
            return _write(self._path, change(theirs) if is_usable else ours) or problem


def _in_front(new: str, old: tuple[str, ...], limit: int) -> tuple[str, ...]:
    return (new, *(each for each in old if each != new))[:limit]


def _read(path: Path) -> tuple[Settings, SettingsProblem | None]:
    try:
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        return Settings(), None
    except OSError as error:
        detail = error.strerror or str(error)
        trouble = SettingsTrouble.UNREADABLE
        return Settings(), SettingsProblem(trouble=trouble, path=path, detail=detail)
    try:
        return msgspec.json.decode(data, type=Settings), None
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        return Settings(), _set_aside(path, data, str(error))


def _set_aside(path: Path, data: bytes, detail: str) -> SettingsProblem:
    """Keep a copy of a damaged file beside it, for the next save replaces the file."""
    # Named by what it holds: the same damage, met again, makes no second copy.
    copy = path.with_name(f"{path.stem}.damaged-{zlib.crc32(data):08x}{path.suffix}")
    try:
        shutil.copyfile(path, copy)
    except OSError:
        copy = None
    return SettingsProblem(trouble=SettingsTrouble.DAMAGED, path=path, detail=detail, copy=copy)


def _write(path: Path, settings: Settings) -> SettingsProblem | None:
    try:
        data = msgspec.json.format(msgspec.json.encode(settings), indent=2) + b"\n"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, data)
    except (OSError, UnicodeEncodeError) as error:
        detail = getattr(error, "strerror", None) or str(error)
        trouble = SettingsTrouble.NOT_SAVED
        return SettingsProblem(trouble=trouble, path=path, detail=detail)
    return None
