"""Session files on disk: read and written off the loop, replaced whole or not at all."""

import asyncio
import errno
import os
import stat
from pathlib import Path, PurePosixPath

from socket_workbench.atomic_file import write_atomically
from socket_workbench.session.codec import SIZE_LIMIT_BYTES, decode, encode
from socket_workbench.session.errors import SessionError, SessionProblem
from socket_workbench.session.schema import Session

SUFFIX = ".swb"

PROBLEMS = {
    errno.ENOENT: SessionProblem.NOT_FOUND,
    errno.ENOTDIR: SessionProblem.NOT_FOUND,
    errno.EISDIR: SessionProblem.NOT_A_FILE,
    errno.ENXIO: SessionProblem.NOT_A_FILE,
    errno.EACCES: SessionProblem.NOT_ALLOWED,
    errno.EPERM: SessionProblem.NOT_ALLOWED,
    errno.EROFS: SessionProblem.READ_ONLY,
    errno.ENOSPC: SessionProblem.DISK_FULL,
    errno.EDQUOT: SessionProblem.DISK_FULL,
    errno.EFBIG: SessionProblem.DISK_FULL,
    errno.ENAMETOOLONG: SessionProblem.BAD_NAME,
    errno.EILSEQ: SessionProblem.BAD_NAME,
}


async def load(path: Path) -> Session:
    """Read the session at `path` in a worker thread.

    Raises:
        SessionError: The file cannot be read, or is no session.
    """
    return await asyncio.to_thread(read, path)


async def save(session: Session, path: Path) -> None:
    """Write `session` to `path` in a worker thread, atomically; the folder must exist.

    Raises:
        SessionError: What was at `path` before is still there.
    """
    await asyncio.to_thread(write, session, path)


def read(path: Path) -> Session:
    """As `load`, in this thread."""
    try:
        data = _read_bytes(path)
    except OSError as error:
        raise _disk_error(error, path) from error
    except ValueError as error:  # a NUL in the name
        raise SessionError(path, SessionProblem.BAD_NAME, detail=str(error)) from error
    return decode(data, path)


def write(session: Session, path: Path) -> None:
    """As `save`, in this thread."""
    data = encode(session, path)
    try:
        write_atomically(path, data)
    except OSError as error:
        raise _disk_error(error, path) from error
    except ValueError as error:
        raise SessionError(path, SessionProblem.BAD_NAME, detail=str(error)) from error


def portable_path(target: Path, session: Path) -> str:
    """Write `target` as a session at `session` keeps it: relative to its folder, with `/`.

    Absolute when there is no way from one to the other, as between two Windows drives.
    """
    try:
        relative = os.path.relpath(target, session.parent)
    except ValueError:
        return target.absolute().as_posix()
    return Path(relative).as_posix()


def resolve_path(kept: str, session: Path) -> Path:
    """The file that `kept`, made by `portable_path`, means for a session at `session`."""
    return Path(os.path.normpath(session.parent / PurePosixPath(kept)))


def _read_bytes(path: Path) -> bytes:
    # Asked before opening: opening a pipe would wait for its writer.
    if not stat.S_ISREG((status := path.stat()).st_mode):
        raise SessionError(path, SessionProblem.NOT_A_FILE)
    if status.st_size > SIZE_LIMIT_BYTES:
        raise SessionError(path, SessionProblem.TOO_LARGE, limit_bytes=SIZE_LIMIT_BYTES)
    with path.open("rb") as file:
        return file.read(SIZE_LIMIT_BYTES + 1)


def _disk_error(error: OSError, path: Path) -> SessionError:
    problem = PROBLEMS.get(error.errno or 0, SessionProblem.IO_ERROR)
    return SessionError(path, problem, detail=error.strerror or str(error))
