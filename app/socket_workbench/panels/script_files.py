"""The files behind a script panel: read, written, and watched for what others do to them."""

import asyncio
import errno
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from socket_workbench.atomic_file import write_atomically

MAX_BYTES: Final = 16 << 20
"""No script is larger; an editor would not be one any more."""

Stamp = tuple[int, int]
"""Time of the last change, and size."""


class FileTroubleError(Exception):
    """A file cannot be read or written."""

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(f"{path}: {cause}")
        self.path = path
        self.cause = cause
        """Name of the errno, or `notText` or `tooLarge`."""


@dataclass(frozen=True, slots=True)
class _Known:
    """A file as it was seen last."""

    text: str
    stamp: Stamp
    line_end: str
    has_mark: bool


class ScriptFiles:
    """Texts whose lines end in LF; a file keeps the line ends and byte order mark that it had."""

    def __init__(self) -> None:
        self._known: dict[Path, _Known] = {}

    async def read(self, path: Path) -> str:
        """Read a file, and watch it from now on.

        Raises:
            FileTroubleError: It cannot be read, or is no text.
        """
        known = await asyncio.to_thread(_read, path)
        self._known[path] = known
        return known.text

    async def write(self, path: Path, text: str) -> None:
        """Replace what a file holds, and watch it from now on.

        Raises:
            FileTroubleError: It cannot be written; what it held is untouched.
        """
        old = self._known.get(path)
        line_end, has_mark = (old.line_end, old.has_mark) if old else ("\n", False)
        self._known[path] = await asyncio.to_thread(_write, path, text, line_end, has_mark)

    def text(self, path: Path) -> str | None:
        """What the file held when it was seen last; `None` when it was not."""
        known = self._known.get(path)
        return None if known is None else known.text

    def forget(self, path: Path) -> None:
        """Watch a file no longer."""
        self._known.pop(path, None)

    async def changed(self) -> list[Path]:
        """The files that hold something else now than when they were seen last; told once each."""
        changed: list[Path] = []
        for path, known in tuple(self._known.items()):
            news = await asyncio.to_thread(_news, path, known.stamp)
            if news is None or self._known.get(path) is not known:
                continue
            self._known[path] = news
            if news.text != known.text:
                changed.append(path)
        return changed


def _read(path: Path) -> _Known:
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            if status.st_size > MAX_BYTES:
                raise FileTroubleError(path, "tooLarge")
            data = file.read(MAX_BYTES)
    except OSError as error:
        raise FileTroubleError(path, _errno_name(error)) from error
    return _known(path, data, (status.st_mtime_ns, status.st_size))


def _known(path: Path, data: bytes, stamp: Stamp) -> _Known:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileTroubleError(path, "notText") from error
    line_end = "\r\n" if "\r\n" in text else "\n"
    has_mark = data.startswith(b"\xef\xbb\xbf")
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return _Known(plain, stamp, line_end, has_mark)


def _write(path: Path, text: str, line_end: str, has_mark: bool) -> _Known:
    encoding = "utf-8-sig" if has_mark else "utf-8"
    data = text.replace("\n", line_end).encode(encoding, "replace")
    try:
        write_atomically(path, data)
        status = path.stat()
    except OSError as error:
        raise FileTroubleError(path, _errno_name(error)) from error
    return _Known(text, (status.st_mtime_ns, status.st_size), line_end, has_mark)


def _news(path: Path, stamp: Stamp) -> _Known | None:
    """The file, if it was changed; one that is gone or no text for the moment is no news."""
    try:
        status = path.stat()
        if (status.st_mtime_ns, status.st_size) == stamp:
            return None
        return _read(path)
    except (OSError, FileTroubleError):
        return None


def _errno_name(error: OSError) -> str:
    return errno.errorcode.get(error.errno or 0, "EIO")
