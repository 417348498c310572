"""Bundles the npm packages that the script host offers to JavaScript.

    python packaging/bundle_scripts.py

takes the packages below (exact versions, checked against their integrity) with `npm pack`,
makes one file per entry in `packaging/scripts` with esbuild, and writes them with their
licences to the resources. Run it after changing a version; the results are committed.
"""

import base64
import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENTRIES = ROOT / "packaging" / "scripts"
TARGET = ROOT / "resources" / "socket_workbench_resources" / "scripts" / "vendor"
ESBUILD = "esbuild@0.28.2"


@dataclass(frozen=True, slots=True)
class Package:
    """One npm package as it was reviewed."""

    name: str
    version: str
    licence: str
    integrity: str
    purpose: str


PACKAGES = (
    Package(
        "core-js",
        "3.51.0",
        "MIT",
        "sha512-7bDKx/5jm5MxzsXxc93g6Z2+4ZsuT/MddrfRmTDJNAkWsYWHU8EVNEsBiIEWnMAMCHMmRfUEjkuo3jeNBOIHRw==",
        "DOMException, atob, btoa, URLSearchParams",
    ),
    Package(
        "@exodus/bytes",
        "1.16.0",
        "MIT",
        "sha512-IcpW84uEn3N7ETtNZMlxKhfl6Pec8rUNGOTBtWbK1FKhJxIFAptZyVrvVRVBimAJxJCgc3PxepxkdWWG4DVzfA==",
        "TextEncoder, TextDecoder",
    ),
    Package(
        "object-inspect",
        "1.13.4",
        "MIT",
        "sha512-W67iLl4J2EXEGTbfeHCffrjDfitvLANg0UlX3wFUUSTx92KXRFegMHUVgSqE+wvhAbi4WqjGg9czysTV2Epbew==",
        "how console shows objects",
    ),
)


def main() -> int:
    npm = shutil.which("npm")
    if npm is None:
        print("npm is not here; it takes the packages and runs esbuild", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for package in PACKAGES:
            unpack(npm, package, work)
        stand_in_for_util(work)
        shutil.rmtree(TARGET, ignore_errors=True)
        TARGET.mkdir(parents=True)
        for entry in sorted(ENTRIES.glob("*.js")):
            bundle(npm, entry, work)
        write_notes(work)
    return 0


def unpack(npm: str, package: Package, work: Path) -> None:
    """Put the package where esbuild looks for it."""
    told = run(npm, "pack", "--json", f"{package.name}@{package.version}", folder=work)
    archive = work / json.loads(told)[0]["filename"]
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if package.integrity != f"sha512-{digest}":
        raise SystemExit(f"{package.name} is not what was reviewed: sha512-{digest}")
    folder = work / "node_modules" / package.name
    folder.mkdir(parents=True)
    with tarfile.open(archive) as tar:
        for member in tar.getmembers():
            member.name = member.name.partition("/")[2]  # all below "package/"
            if member.name:
                tar.extract(member, folder, filter="data")


def stand_in_for_util(work: Path) -> None:
    """Give object-inspect the little of Node's `util` that it looks at, and finds nothing in."""
    folder = work / "node_modules" / "util"
    folder.mkdir()
    (folder / "index.js").write_text("exports.inspect = {};\n")


def bundle(npm: str, entry: Path, work: Path) -> None:
    """Make one CommonJS file of an entry and all that it needs."""
    copy = work / entry.name
    copy.write_bytes(entry.read_bytes())
    options = ("--bundle", "--format=cjs", "--platform=neutral", "--main-fields=browser,main")
    run(
        npm,
        *("exec", "--yes", f"--package={ESBUILD}", "--"),
        *("esbuild", copy.name, *options, "--target=es2022", "--minify-whitespace"),
        *("--minify-syntax", "--line-limit=200", "--legal-comments=none"),
        f"--outfile={TARGET / entry.name}",
        folder=work,
    )


def write_notes(work: Path) -> None:
    """List versions and licences, with the licences' texts."""
    listed = [
        {
            "name": package.name,
            "version": package.version,
            "licence": package.licence,
            "integrity": package.integrity,
            "purpose": package.purpose,
        }
        for package in PACKAGES
    ]
    (TARGET / "versions.json").write_text(json.dumps(listed, indent=2) + "\n")
    texts = [
        f"{package.name} {package.version}\n\n"
        + (work / "node_modules" / package.name / "LICENSE").read_text(encoding="utf-8").strip()
        for package in PACKAGES
    ]
    (TARGET / "LICENSES.txt").write_text("\n\n---\n\n".join(texts) + "\n", encoding="utf-8")


def run(*command: str, folder: Path) -> str:
    """Give what the command prints; its complaints go to ours."""
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
