"""A Chrome App's folder as the script panel shows it: files, permissions, what is wrong."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from socket_workbench.chrome.manifest import Manifest, ManifestError
from socket_workbench.chrome.permissions import Grant
from socket_workbench.scripting.manifest_json import JsonError
from socket_workbench.scripting.program import (
    MANIFEST_FILE,
    Program,
    ProgramError,
    background_scripts,
    parse_manifest,
    program_of_app,
)

MAX_FILES: Final = 500
MAX_DEPTH: Final = 4
MAX_TEXT_BYTES: Final = 4 << 20
"""Larger files are listed and not opened."""
TEXT_SUFFIXES: Final = frozenset(
    (".css", ".html", ".js", ".json", ".jsm", ".md", ".mjs", ".svg", ".text", ".ts", ".txt", ".xml")
)


class FileRole(StrEnum):
    """What a file of an app is for."""

    MANIFEST = "manifest"
    BACKGROUND = "background"
    """A script that is run, in the order of the list."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class AppFile:
    """One file of an app."""

    name: str
    """Relative to the folder, with `/`."""
    role: FileRole
    is_text: bool = True
    """Whether it can be shown in an editor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why Chromium would not load the app, and where that is written."""

    text: str
    """Chromium's own where it has one."""
    file: str = MANIFEST_FILE
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class AppFolder:
    """What an app's folder holds."""

    path: Path
    name: str
    """As the manifest has it, else the folder's."""
    files: tuple[AppFile, ...] = ()
    sockets: tuple[str, ...] | None = None
    """What `chrome.sockets` may do, as `tcp-connect:*:80`; `None`: it is not there."""
    legacy: tuple[str, ...] | None = None
    """The same for `chrome.socket`."""
    problem: Problem | None = None


def read_app(folder: Path, drafts: Mapping[str, str]) -> AppFolder:
    """Look into a folder; blocks on the disk. What is wrong is the result's `problem`."""
    text = drafts.get(MANIFEST_FILE) or _manifest_text(folder)
    app = AppFolder(path=folder, name=folder.name, files=_files(folder, []))
    if text is None:
        problem = Problem(text="Manifest file is missing or unreadable")  # as Chromium says it
        return AppFolder(path=folder, name=folder.name, files=app.files, problem=problem)
    try:
        program = program_of_app(folder, {**drafts, MANIFEST_FILE: text})
        manifest = Manifest.parse(program.manifest)
    except (ManifestError, ProgramError) as error:
        line, column = _place(text, error)
        problem = Problem(text=str(error), line=line, column=column)
        files = _files(folder, _backgrounds(text))
        return AppFolder(path=folder, name=folder.name, files=files, problem=problem)
    return AppFolder(
        path=folder,
        name=program.name,
        files=_files(folder, [source.name for source in program.sources]),
        sockets=_grants(manifest.sockets),
        legacy=_grants(manifest.legacy),
    )


def app_program(folder: Path, drafts: Mapping[str, str]) -> Program:
    """What is run; blocks on the disk.

    Raises:
        ProgramError: Something is missing or cannot be read.
        ManifestError: Chromium would not load it.
    """
    program = program_of_app(folder, drafts)
    Manifest.parse(program.manifest)
    return program


def _manifest_text(folder: Path) -> str | None:
    try:
        return (folder / MANIFEST_FILE).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None


def _backgrounds(text: str) -> list[str]:
    try:
        return background_scripts(parse_manifest(text))
    except ProgramError:
        return []


def _files(folder: Path, backgrounds: list[str]) -> tuple[AppFile, ...]:
    found = list(_walk(folder, folder, MAX_DEPTH))[:MAX_FILES]
    first = [AppFile(MANIFEST_FILE, FileRole.MANIFEST)]
    scripts = [AppFile(name, FileRole.BACKGROUND) for name in backgrounds]
    listed = {MANIFEST_FILE, *backgrounds}
    others = [AppFile(n, FileRole.OTHER, is_text) for n, is_text in found if n not in listed]
    return (*first, *scripts, *others)


def _walk(root: Path, folder: Path, depth: int) -> list[tuple[str, bool]]:
    """Files below a folder, those of the folder itself first, without hidden ones."""
    files: list[tuple[str, bool]] = []
    folders: list[Path] = []
    try:
        children = sorted(folder.iterdir())
    except OSError:
        return []
    for child in children:
        if child.name.startswith(".") or child.name == "node_modules":
            continue
        if child.is_dir():
            folders.append(child)
        else:
            files.append((child.relative_to(root).as_posix(), _is_text(child)))
    if depth > 1:
        for one in folders:
            if len(files) < MAX_FILES:
                files += _walk(root, one, depth - 1)
    return files


def _is_text(file: Path) -> bool:
    try:
        return file.suffix.lower() in TEXT_SUFFIXES and file.stat().st_size <= MAX_TEXT_BYTES
    except OSError:
        return False


def _grants(grants: tuple[Grant, ...] | None) -> tuple[str, ...] | None:
    return None if grants is None else tuple(map(_grant_text, grants))


def _grant_text(grant: Grant) -> str:
    host = grant.host
    if grant.with_subdomains:
        host = f"*.{host}" if host else "*"
    port = "*" if grant.port is None else str(grant.port)
    return f"{grant.operation.value}:{host}:{port}"


_NAMED = re.compile(r"'([^']*)'")


def _place(text: str, error: Exception) -> tuple[int, int]:
    """Line and column of an error's reason in the manifest, as well as can be told."""
    if isinstance(cause := error.__cause__, JsonError):
        return cause.line, max(cause.column, 1)
    said = str(error)
    names = [json.dumps(name) for name in _NAMED.findall(said)]
    if "permissions" in said:
        names = ['"socket"', '"permissions"'] if "[socket]" in said else ['"permissions"']
    elif "background" in said and not names:
        names = ['"background"', '"app"']
    for name in (*names, '"sockets"'):
        if (at := text.find(name)) >= 0:
            before = text[:at]
            return before.count("\n") + 1, at - before.rfind("\n")
    return 1, 1
