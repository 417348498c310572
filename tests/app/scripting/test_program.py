"""Programs: files, apps, manifests."""

from pathlib import Path

import pytest

from socket_workbench.scripting.program import (
    Program,
    ProgramError,
    program_of_app,
    program_of_files,
    read_manifest,
)
from support.scripts import write_app


def test_app_is_its_manifest_and_its_background_scripts_in_order(tmp_path: Path) -> None:
    manifest = {"name": "App", "app": {"background": {"scripts": ["b.js", "/a.js"]}}}
    folder = write_app(tmp_path / "app", manifest, a="1", b="2")

    program = program_of_app(folder)

    assert (program.name, program.manifest, program.folder) == ("App", manifest, folder)
    assert [(one.name, one.text) for one in program.sources] == [("b.js", "2"), ("/a.js", "1")]


BAD_APPS = {
    "no scripts": ({"name": "x"}, "names no background scripts"),
    "a page": ({"app": {"background": {"page": "x.html"}}}, "names no background scripts"),
    "missing": ({"app": {"background": {"scripts": ["x.js"]}}}, "background script 'x.js'"),
    "outside": ({"app": {"background": {"scripts": ["../a.js"]}}}, "background script '../a.js'"),
    "no object": ([], "Manifest file is invalid"),
}


@pytest.mark.parametrize(("manifest", "message"), BAD_APPS.values(), ids=BAD_APPS)
def test_bad_app_is_refused(manifest: object, message: str, tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("")
    folder = write_app(tmp_path / "app", manifest)

    with pytest.raises(ProgramError, match=message):
        program_of_app(folder)


def test_manifest_may_have_comments(tmp_path: Path) -> None:
    file = tmp_path / "manifest.json"
    file.write_text(
        '\ufeff// top\n{"a": "//no comment", /* in\n between */ "b": 1}', encoding="utf-8"
    )

    assert read_manifest(file) == {"a": "//no comment", "b": 1}


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProgramError, match=r"gone\.js"):
        program_of_files([tmp_path / "gone.js"])


def test_id_is_that_of_the_manifest_key_or_of_the_folder(tmp_path: Path) -> None:
    one = Program(name="a", sources=(), folder=tmp_path)
    other = Program(name="b", sources=(), folder=tmp_path / "x")
    keyed = Program(name="c", sources=(), manifest={"key": "AAAA"}, folder=tmp_path)

    assert len({one.id, other.id, keyed.id}) == 3
    assert all(
        len(program.id) == 32 and set(program.id) <= set("abcdefghijklmnop")
        for program in (one, keyed)
    )
    assert keyed.id == Program(name="d", sources=(), manifest={"key": "AAAA"}).id
