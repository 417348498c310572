"""Writing a file whole or not at all."""

import contextlib
import errno
import os
import secrets
import stat
import sys
from pathlib import Path


def write_atomically(path: Path, data: bytes) -> None:
    """Replace the file at `path` by `data`; after an error the old one stands untouched.

    A symbolic link stays and its target is written. Permissions stay as they were; a new file
    gets the usual ones. A file marked as read-only is refused, though its folder would allow it.

    Raises:
        OSError: As the system says it; no temporary file is left behind.
    """
    target = Path(os.path.realpath(path))
    mode = _mode_of(target)
    temporary = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.tmp")
    descriptor = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BINARY, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if mode is not None:
                temporary.chmod(mode)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


_BINARY = getattr(os, "O_BINARY", 0)  # Windows would turn \n into \r\n


def _mode_of(target: Path) -> int | None:
    """Permissions of the file to be replaced; `None` when there is none yet."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if not stat.S_ISREG(status.st_mode):  # replacing a device or a pipe would destroy it
        raise OSError(errno.EINVAL, "not a regular file", str(target))
    if not status.st_mode & 0o222 or not os.access(target, os.W_OK, **_EFFECTIVE):
        raise PermissionError(errno.EROFS, "the file is read-only", str(target))
    return stat.S_IMODE(status.st_mode)


_EFFECTIVE = {"effective_ids": True} if os.access in os.supports_effective_ids else {}


def _sync_folder(folder: Path) -> None:
    """Let the new name survive a power cut as well; not every file system can."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
