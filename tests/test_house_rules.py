"""What linters cannot check: sizes, placement, reasons, pins, licences."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "packaging/requirements"
RECORDED = ("tests/conformance/scenarios/", "tests/conformance/transcripts/")
FOREIGN = (*RECORDED, "resources/socket_workbench_resources/scripts/vendor/")
"""Kept byte for byte as others wrote it."""

MAX_FILE_LINES, MAX_FUNCTION_LINES = 400, 40
PANEL_KINDS = ("tcp_client", "tcp_server", "udp", "multicast", "script", "legacy")
TEXT_ENDINGS = frozenset(
    [
        ".cmd",
        ".desktop",
        ".js",
        ".json",
        ".md",
        ".py",
        ".qss",
        ".sh",
        ".spec",
        ".svg",
        ".toml",
        ".txt",
        ".xml",
        ".yaml",
        ".yml",
    ]
)
REASONLESS = {
    "noqa": re.compile(r"#\s*noqa\b(?!: [A-Z]+\d+(?:, ?[A-Z]+\d+)* - \S)"),
    "pyright: ignore": re.compile(r"#\s*pyright:\s*ignore\b(?!\[\w+(?:, ?\w+)*\] - \S)"),
    "type: ignore": re.compile(r"#\s*type:\s*ignore"),
    "pragma: no cover": re.compile(r"#\s*pragma:\s*no cover\b(?! - \S)"),
}
OF_A_MACHINE = re.compile(r"/(?:work|root|farm)/[a-z.]|/home/[a-z]+/")


@cache
def project_files() -> tuple[Path, ...]:
    """List what is or would be committed, without what others wrote."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listing.returncode:
        pytest.skip("only in a checkout that git can read")
    names = (name for name in listing.stdout.split("\0") if name)
    files = (ROOT / name for name in sorted(names) if not name.startswith(FOREIGN))
    return tuple(file for file in files if file.is_file())


def python_files() -> list[Path]:
    return [file for file in project_files() if file.suffix == ".py"]


def texts() -> Iterator[tuple[str, str]]:
    """Give name and content of every text file."""
    for file in project_files():
        if file.suffix in TEXT_ENDINGS or not file.suffix:
            yield name_of(file), file.read_bytes().decode("utf-8")


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def is_docstring_only(source: str) -> bool:
    body = ast.parse(source).body
    return len(body) == 1 and ast.get_docstring(ast.parse(source)) is not None


def test_files_are_short() -> None:
    sizes = {name_of(file): len(file.read_text("utf-8").splitlines()) for file in python_files()}

    assert {name: size for name, size in sizes.items() if size > MAX_FILE_LINES} == {}


def test_functions_are_short() -> None:
    long = [
        f"{name_of(file)}:{node.lineno} {node.name}"
        for file in python_files()
        for node in functions(ast.parse(file.read_text("utf-8")))
        if (node.end_lineno or 0) - node.lineno + 1 > MAX_FUNCTION_LINES
    ]

    assert long == []


def test_init_files_are_only_a_docstring() -> None:
    inits = [file for file in python_files() if file.name == "__init__.py"]

    assert [name_of(i) for i in inits if not is_docstring_only(i.read_text("utf-8"))] == []


def test_packaging_is_no_package() -> None:
    """It would shadow the library of that name for whatever runs from the root."""
    assert not (ROOT / "packaging/__init__.py").exists()


def test_every_exception_to_a_rule_names_rule_and_reason() -> None:
    found = [
        f"{name_of(file)}:{number} {kind}"
        for file in python_files()
        if file != Path(__file__)
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        for kind, pattern in REASONLESS.items()
        if pattern.search(line)
    ]

    assert found == []


def test_qasync_is_imported_in_one_place() -> None:
    pattern = re.compile(r"^\s*(?:from|import) qasync\b", re.MULTILINE)
    importing = [name_of(f) for f in python_files() if pattern.search(f.read_text("utf-8"))]

    assert importing == ["ui/socket_workbench_ui/qt_loop.py"]


@pytest.mark.parametrize("package", ["app/socket_workbench", "ui/socket_workbench_ui"])
def test_panels_of_one_kind_do_not_import_those_of_another(package: str) -> None:
    """A controller or panel of several files shares the beginning of its name."""
    wrong = [
        f"{name_of(file)} imports {found}"
        for file in python_files()
        if file.parent == ROOT / package / "panels"
        for found in re.findall(r"from \w+\.panels\.(\w+) import", file.read_text("utf-8"))
        if kind_of(file.stem) and kind_of(found) not in {None, kind_of(file.stem)}
    ]

    assert wrong == []


def kind_of(module: str) -> str | None:
    return next((kind for kind in PANEL_KINDS if module.startswith(kind)), None)


def test_object_names_are_camel_case() -> None:
    """They are handles for people's own tests, so part of the interface."""
    pattern = re.compile(r"setObjectName\(\"(?![a-z][A-Za-z0-9]*\"\))([^\"]*)\"")
    wrong = [
        f"{name_of(file)} {found}"
        for file in python_files()
        if file.is_relative_to(ROOT / "ui")
        for found in pattern.findall(file.read_text("utf-8"))
    ]

    assert wrong == []


def test_text_files_end_in_one_newline_and_have_no_loose_ends() -> None:
    wrong = [
        name
        for name, text in texts()
        if text
        and (not text.endswith("\n") or text.endswith("\n\n") or re.search(r"[ \t]+$", text, re.M))
    ]

    assert wrong == []


def test_no_merge_marker_is_left() -> None:
    marker = re.compile(r"^(?:<{7} |={7}$|>{7} )", re.MULTILINE)

    assert [name for name, text in texts() if marker.search(text)] == []


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    this = name_of(Path(__file__))

    assert [name for name, text in texts() if name != this and OF_A_MACHINE.search(text)] == []


def pinned(name: str) -> list[Requirement]:
    """Read the requirements of one file, without their hashes."""
    text = (REQUIREMENTS / f"{name}.txt").read_text("utf-8")
    return [Requirement(line) for line in re.findall(r"^[^#\s][^\\]*", text, re.MULTILINE)]


def wanted() -> dict[str, list[Requirement]]:
    """Read pyproject.toml: what each file of pins must contain."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = {"run": project["project"]["dependencies"], **project["dependency-groups"]}
    return {name: [Requirement(line) for line in lines] for name, lines in groups.items()}


def name_in_pins(requirement: Requirement) -> str:
    return canonicalize_name(requirement.name)


def satisfies(pin: Requirement, requirement: Requirement) -> bool:
    version = str(pin.specifier).removeprefix("==")
    return name_in_pins(pin) == name_in_pins(requirement) and version in requirement.specifier


@pytest.mark.parametrize("name", sorted(wanted()))
def test_pins_are_up_to_date_with_the_project(name: str) -> None:
    """When this fails: packaging/pin.py writes them anew."""
    pins = pinned(name)

    missing = [need for need in wanted()[name] if not any(satisfies(pin, need) for pin in pins)]
    assert missing == []


@pytest.mark.parametrize("name", sorted(wanted()))
def test_pins_have_hashes_and_no_addresses(name: str) -> None:
    text = (REQUIREMENTS / f"{name}.txt").read_text("utf-8")

    pins = re.findall(r"^[^#\s].*(?:\n    .*)*", text, re.MULTILINE)
    assert pins
    assert [pin for pin in pins if "--hash=sha256:" not in pin] == []
    assert "://" not in text


def third_party() -> dict[str, tuple[str, str]]:
    """Read the table of THIRD_PARTY: name to versions and licence."""
    lines = (ROOT / "THIRD_PARTY").read_text("utf-8").splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("------------------ "))
    rows = (re.split(r"\s{2,}", line) for line in lines[start + 1 : lines.index("", start)])
    return {canonicalize_name(row[0]): (row[1], row[2]) for row in rows}


def test_third_party_lists_exactly_what_the_program_runs_on() -> None:
    assert set(third_party()) == {name_in_pins(pin) for pin in pinned("run")}


def test_third_party_states_the_versions_that_are_asked_for() -> None:
    listed = third_party()
    ranges = {name_in_pins(need): need.specifier for need in wanted()["run"] if not need.marker}

    assert {name: SpecifierSet(listed[name][0]) for name in ranges} == ranges
    assert all(licence for _, licence in listed.values())


def test_readme_shows_and_links_what_is_there() -> None:
    text = (ROOT / "README.md").read_text()
    links = re.findall(r"(?:\]\(|src=\"|srcset=\")([^)\"#]+)", text)

    assert links
    assert [link for link in links if ":" not in link and not (ROOT / link).exists()] == []


def test_pictures_leave_a_clone_small() -> None:
    pictures = [path for path in project_files() if path.suffix == ".png"]

    assert pictures
    assert sum(path.stat().st_size for path in pictures) < 4_000_000
