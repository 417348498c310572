"""Brings the translations up to date: `python packaging/translations.py [--check]`.

Collects all texts of the window into `i18n/workbench_LANGUAGE.ts`, keeps what is translated there,
drops what is gone, and writes the `.qm` files that the program loads. Texts that still need a
translator are counted; with `--check` nothing is written and the exit code is 1 if there are any,
or if the files are not what the code says. PySide6's own `lupdate` and `lrelease` do the work.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from socket_workbench.bytesview.checksums import Checksums
from socket_workbench.bytesview.inspector import Reading
from socket_workbench.chrome.slips import SLIPS
from socket_workbench.panels.script_advice import MODERN_CALLS

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "ui" / "socket_workbench_ui"
FOLDER = ROOT / "resources" / "socket_workbench_resources" / "i18n"
LANGUAGES = ("de",)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="change nothing")
    check = parser.parse_args().check
    open_texts = 0
    with tempfile.TemporaryDirectory() as folder:
        for language in LANGUAGES:
            work = Path(folder) / ts_file(language).name
            shutil.copyfile(ts_file(language), work) if ts_file(language).exists() else None
            collect(work, language)
            missing = untranslated(work)
            open_texts += len(missing)
            print(f"{language}: {len(messages(work))} texts, {len(missing)} without a translation")
            for context, source in missing:
                print(f"  {context}: {source!r}")
            if check:
                open_texts += messages(work) != messages(ts_file(language))
            else:
                shutil.copyfile(work, ts_file(language))
                run("lrelease", "-silent", ts_file(language))
    return 1 if check and open_texts else 0


def ts_file(language: str) -> Path:
    """The translator's file of a language."""
    return FOLDER / f"workbench_{language}.ts"


def collect(target: Path, language: str) -> None:
    """Bring a translator's file up to date with the code."""
    sources = sorted(SOURCES.rglob("*.py"))
    options = ("-no-obsolete", "-locations", "none", "-silent", "-target-language", language)
    of_core = target.with_name("core_texts.py")
    of_core.write_text("".join(map(marked, core_texts())), encoding="utf-8")
    run("lupdate", *sources, of_core, "-ts", target, *options)


def core_texts() -> list[tuple[str, str]]:
    """Context and source of what the window shows from tables of the core, which knows no Qt."""
    calls = [text for text in MODERN_CALLS.values() if ", or " in text]
    slips = [text for slip in SLIPS.values() for text in (slip.chromium, slip.documented)]
    read = [*Reading, *(checksum.name for checksum in Checksums().results())]
    tables = {"Texts": calls, "Slips": slips, "DataInspector": read}
    return [(context, text) for context, table in tables.items() for text in table]


def marked(text: tuple[str, str]) -> str:
    """A line of Python in which `lupdate` finds the text."""
    context, source = text
    return f"QT_TRANSLATE_NOOP({json.dumps(context)}, {json.dumps(source, ensure_ascii=False)})\n"


def messages(file: Path) -> dict[tuple[str, str], str]:
    """Every text of a translator's file: context and source to translation, empty if open."""
    found: dict[tuple[str, str], str] = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            is_open = translation is None or translation.get("type") == "unfinished"
            text = "" if is_open or translation is None else translation.text or ""
            found[context.findtext("name", ""), message.findtext("source", "")] = text
    return found


def untranslated(file: Path) -> list[tuple[str, str]]:
    """Context and source of what nobody has translated."""
    return [key for key, translation in messages(file).items() if not translation]


def run(tool: str, *arguments: object) -> None:
    """Run a tool of PySide6 from this environment."""
    name = Path(sys.executable).parent / f"pyside6-{tool}"
    subprocess.run([str(name), *map(str, arguments)], check=True)


if __name__ == "__main__":
    sys.exit(main())
