"""What is to be run: sources, their manifest, and where they come from."""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, cast

import msgspec

from socket_workbench.scripting.manifest_json import JsonError, read_json

MANIFEST_FILE: Final = "manifest.json"

OPEN_SOCKETS: Final[dict[str, Any]] = {
    "tcp": {"connect": "*"},
    "tcpServer": {"listen": "*"},
    "udp": {"bind": "*", "send": "*", "multicastMembership": ""},
}
OPEN_PERMISSIONS: Final[list[Any]] = [
    {
        "socket": [
            "tcp-connect",
            "tcp-listen",
            "udp-bind",
            "udp-send-to",
            "udp-multicast-membership",
            "resolve-host",
            "resolve-proxy",
            "network-state",
        ]
    },
    "system.network",
    "storage",
]


class ProgramError(Exception):
    """A file of a program cannot be used; the message names it."""


@dataclass(frozen=True, slots=True)
class Source:
    """One JavaScript file."""

    name: str
    """As stacks show it."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """Sources that share one context, in order."""

    name: str
    sources: tuple[Source, ...]
    manifest: dict[str, Any] = field(default_factory=lambda: open_manifest("script"))
    folder: Path | None = None
    """The app's folder: its id and its storage hang on it."""

    @property
    def id(self) -> str:
        """As Chromium makes an app's id: of the manifest's key, else of its folder."""
        key = self.manifest.get("key")
        seed = base64.b64decode(key) if isinstance(key, str) else str(self.folder or "").encode()
        digits = hashlib.sha256(seed).hexdigest()[:32]
        return "".join(chr(ord("a") + int(digit, 16)) for digit in digits)


def open_manifest(name: str) -> dict[str, Any]:
    """A manifest that may do everything."""
    return {
        "name": name,
        "version": "1.0",
        "manifest_version": 2,
        "app": {"background": {"scripts": []}},
        "sockets": OPEN_SOCKETS,
        "permissions": OPEN_PERMISSIONS,
    }


def program_of_files(files: list[Path], manifest_file: Path | None = None) -> Program:
    """Files to be run in order, with everything allowed unless there is a manifest.

    Raises:
        ProgramError: A file cannot be read, or the manifest is no JSON object.
    """
    name = files[0].stem
    return Program(
        name=name,
        sources=tuple(Source(str(file), _read(file)) for file in files),
        manifest=open_manifest(name) if manifest_file is None else read_manifest(manifest_file),
        folder=files[0].resolve().parent,
    )


def program_of_app(folder: Path, drafts: Mapping[str, str] = MappingProxyType({})) -> Program:
    """An unpacked app: its manifest and its background scripts.

    Args:
        folder: Where its `manifest.json` is.
        drafts: Texts by file name that are taken instead of what the files hold.

    Raises:
        ProgramError: Something is missing or cannot be read.
    """
    if (draft := drafts.get(MANIFEST_FILE)) is not None:
        manifest = parse_manifest(draft)
    else:
        manifest = read_manifest(folder / MANIFEST_FILE)
    sources = tuple(
        Source(name, drafts[name] if name in drafts else _background_script(folder, name))
        for name in background_scripts(manifest)
    )
    return Program(
        name=str(manifest.get("name") or folder.name),
        sources=sources,
        manifest=manifest,
        folder=folder.resolve(),
    )


def read_manifest(file: Path) -> dict[str, Any]:
    """Read a manifest; what Chromium lets pass, comments for one, is allowed.

    Raises:
        ProgramError: It cannot be read, or is no JSON object; the file stands before the reason.
    """
    try:
        return load_manifest(file)
    except ProgramError as error:
        raise ProgramError(f"{file}: {error}") from error


def load_manifest(file: Path) -> dict[str, Any]:
    """Read a manifest.

    Raises:
        ProgramError: As `read_manifest`, in Chromium's words alone.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        raise ProgramError("Manifest file is missing or unreadable") from error
    return _manifest_of(data)


def parse_manifest(text: str) -> dict[str, Any]:
    """Read the text of a manifest.

    Raises:
        ProgramError: It is no JSON object; the cause is a `JsonError` if it is no JSON.
    """
    return _manifest_of(text.encode("utf-8", "replace"))


def _manifest_of(data: bytes) -> dict[str, Any]:
    try:
        manifest = read_json(data)
    except JsonError as error:
        raise ProgramError(f"Manifest is not valid JSON.  {error}") from error
    if not isinstance(manifest, dict):
        raise ProgramError("Manifest file is invalid")
    return cast("dict[str, Any]", manifest)


def background_scripts(manifest: Mapping[str, Any]) -> list[str]:
    """The names in `app.background.scripts`, or an extension's `background.scripts`.

    Raises:
        ProgramError: There are none.
    """
    for holder in (manifest.get("app"), manifest):
        try:
            return msgspec.convert(holder, _Holder).background.scripts
        except msgspec.ValidationError:
            continue
    raise ProgramError("the manifest names no background scripts (app.background.scripts)")


class _Background(msgspec.Struct):
    scripts: list[str]


class _Holder(msgspec.Struct):
    background: _Background


def _background_script(folder: Path, script: str) -> str:
    path = (folder / script.lstrip("/")).resolve()
    if not path.is_relative_to(folder.resolve()) or not path.is_file():
        raise ProgramError(f"Could not load background script '{script}'.")
    return _read(path)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ProgramError(f"{file}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ProgramError(f"{file}: not UTF-8 at byte {error.start}") from error
