"""Captures that nobody saved: whose program is gone, what is in them, and how to be rid of them."""

from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from socket_workbench.capture.owner import OWNER_SUFFIX, is_owned
from socket_workbench.capture.problems import CaptureFileError, FileReason
from socket_workbench.capture.reader import CaptureReader
from socket_workbench.capture.schema import DATA_SUFFIX, SUFFIX

_MOVED_WITH = ("-wal", DATA_SUFFIX)
"""What holds a part of the capture, where it is there."""
_COMPANIONS = (*_MOVED_WITH, "-shm", "-journal", OWNER_SUFFIX, f"{OWNER_SUFFIX}-journal")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsavedCapture:
    """A capture that was left behind."""

    path: Path
    rows: int
    size_bytes: int
    first_wall_ns: int
    """When its first row was recorded, nanoseconds since the epoch; 0 when it has no rows."""
    last_wall_ns: int


def unsaved(folder: Path) -> list[UnsavedCapture]:
    """Captures in `folder` whose program is gone, the latest first; empty ones are left out.

    Files that cannot be read are left alone and left out.
    """
    found: list[UnsavedCapture] = []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        if not is_owned(path):
            with suppress(CaptureFileError):
                found.append(_describe(path))
    found.sort(key=lambda capture: capture.last_wall_ns, reverse=True)
    return [capture for capture in found if capture.rows]


def discard(path: Path) -> None:
    """Delete a capture that has no owner, with all that lies beside it.

    Raises:
        CaptureFileError: A running program owns it, or it cannot be deleted.
    """
    if is_owned(path):
        raise CaptureFileError(path, FileReason.UNWRITABLE, "it is being recorded")
    try:
        path.unlink(missing_ok=True)
        for companion in _COMPANIONS:
            path.with_name(path.name + companion).unlink(missing_ok=True)
    except OSError as error:
        raise CaptureFileError(path, FileReason.UNWRITABLE, error.strerror or "") from error


def size_of(path: Path) -> int:
    """Bytes that a capture takes with all that belongs to it.

    Raises:
        OSError: There is no such file.
    """
    return path.stat().st_size + sum(part.stat().st_size for part in _parts(path))


def move(path: Path, folder: Path) -> None:
    """Bring a capture that has no owner into `folder`, with all that belongs to it.

    Raises:
        OSError: It stays where it is.
    """
    moved: list[tuple[Path, Path]] = []
    try:
        # The file itself first: who finds it then waits for the rest, not the other way round.
        for source in (path, *_parts(path)):
            target = folder / source.name
            source.replace(target)
            moved.append((source, target))
    except OSError:
        for source, target in reversed(moved):
            target.replace(source)
        raise


def sweep(folder: Path) -> None:
    """Delete data whose capture is gone from a folder where nothing is recorded."""
    for data in folder.glob(f"*{SUFFIX}{DATA_SUFFIX}"):
        if not data.with_name(data.name.removesuffix(DATA_SUFFIX)).exists():
            data.unlink(missing_ok=True)


def _parts(path: Path) -> list[Path]:
    parts = (path.with_name(path.name + ending) for ending in _MOVED_WITH)
    return [part for part in parts if part.exists()]


def _describe(path: Path) -> UnsavedCapture:
    with closing(CaptureReader(path)) as reader:
        rows = reader.count()
        first = reader.rows(0, 1)
        last = reader.rows(rows - 1, 1) if rows else []
    return UnsavedCapture(
        path=path,
        rows=rows,
        size_bytes=size_of(path),
        first_wall_ns=first[0].wall_ns if first else 0,
        last_wall_ns=last[0].wall_ns if last else 0,
    )
