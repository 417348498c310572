"""`chrome.storage.local`: JSON texts by key, in one file per app."""

import asyncio
import contextlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec

from socket_workbench.atomic_file import write_atomically

QUOTA_BYTES: Final = 10485760
QUOTA_ERROR: Final = "Resource::kQuotaBytes quota exceeded"

Change = dict[str, dict[str, str]]
"""Old and new JSON text by key."""


class Storage:
    """The values of one app; `None` for a file keeps them in memory."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._texts: dict[str, str] = {} if file is None else _read(file)
        self._saving = asyncio.Lock()
        self._is_changed = False

    def get(self, keys: Sequence[str] | None) -> dict[str, str]:
        """Texts of the keys that are there; of all when `keys` is `None`."""
        if keys is None:
            return dict(self._texts)
        return {key: self._texts[key] for key in keys if key in self._texts}

    def size_bytes(self, keys: Sequence[str] | None) -> int:
        """What keys and values take, as Chromium counts."""
        return _size_bytes(self.get(keys))

    def set(self, texts: dict[str, str] | str) -> Change:
        """Store values, or refuse to with a text; tells what is different now.

        Raises:
            ValueError: It is a text, or that would be more than `QUOTA_BYTES`.
        """
        if isinstance(texts, str):
            raise ValueError(texts)  # noqa: TRY004 - the value, not the type, is what is wrong
        merged = self._texts | texts
        if _size_bytes(merged) > QUOTA_BYTES:
            raise ValueError(QUOTA_ERROR)
        change = {
            key: _change(self._texts.get(key), text)
            for key, text in texts.items()
            if self._texts.get(key) != text
        }
        self._texts = merged
        self._is_changed = True
        return change

    def remove(self, keys: Sequence[str]) -> Change:
        """Forget keys; absent ones are no error."""
        gone = [key for key in keys if key in self._texts]
        self._is_changed = True
        return {key: _change(self._texts.pop(key), None) for key in gone}

    def clear(self) -> Change:
        """Forget everything."""
        return self.remove(list(self._texts))

    async def save(self) -> None:
        """Write the file if anything has changed since.

        Raises:
            OSError: It cannot be written.
        """
        async with self._saving:
            if self._file is not None and self._is_changed:
                self._is_changed = False
                data = json.dumps(self._texts, indent=1).encode()
                await asyncio.to_thread(_write, self._file, data)


def _size_bytes(texts: dict[str, str]) -> int:
    """What keys and values take in Chromium, which writes `<` and line separators as escapes."""
    return sum(
        len(key.encode()) + len(text.encode()) + 5 * text.count("<") + 3 * _separators(text)
        for key, text in texts.items()
    )


def _separators(text: str) -> int:
    return 0 if text.isascii() else text.count("\u2028") + text.count("\u2029")


def _change(old: str | None, new: str | None) -> dict[str, str]:
    pairs = (("oldValue", old), ("newValue", new))
    return {name: text for name, text in pairs if text is not None}


def _read(file: Path) -> dict[str, str]:
    with contextlib.suppress(OSError, ValueError):
        return msgspec.json.decode(file.read_bytes(), type=dict[str, str])
    return {}


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(file, data)
