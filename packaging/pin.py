"""Write the pinned requirements anew: `.venv/bin/python packaging/pin.py [--upgrade]`.

Needs `uv` on the path or in the environment (`pip install uv`); users of the program never do.
The files hold exact versions, markers and hashes for every system, and no address. Without
`--upgrade` versions stay as they are.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = Path("packaging/requirements")
OLDEST_PYTHON = "3.11"

# Each file adds to those before it and agrees with them on what they share.
PURPOSES = {
    "run": "what the program needs",
    "build": "what installs a checkout",
    "test": "what the tests need",
    "dev": "what checks the code",
    "package": "what builds the distributable program",
}


def main() -> int:
    """Write all files; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions allowed")
    upgrade = parser.parse_args().upgrade
    uv = find_uv()
    if uv is None:
        print("pin.py: uv is missing; install it with: .venv/bin/pip install uv", file=sys.stderr)
        return 1
    (ROOT / REQUIREMENTS).mkdir(exist_ok=True)
    done: list[str] = []
    for name in PURPOSES:
        pin(uv, name, done, upgrade=upgrade)
        done.append(name)
    return 0


def find_uv() -> str | None:
    """Find uv beside this Python, else on the path."""
    beside = Path(sys.executable).parent / "uv"
    return str(beside) if beside.exists() else shutil.which("uv")


def pin(uv: str, name: str, earlier: list[str], *, upgrade: bool) -> None:
    """Compile `packaging/requirements/{name}.txt`."""
    output = REQUIREMENTS / f"{name}.txt"
    command = [
        *(uv, "pip", "compile", "--quiet", "--no-config", "--universal", "--generate-hashes"),
        *("--python-version", OLDEST_PYTHON, "--no-emit-index-url", "--no-emit-find-links"),
        *("--no-header", "--no-annotate", "--output-file", str(output)),
        *(["--upgrade"] if upgrade else []),
    ]
    for constraint in earlier:
        command += ["--constraint", str(REQUIREMENTS / f"{constraint}.txt")]
    # Anything set for this machine alone (mirrors, extra places to look) stays out of it.
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("UV_", "PIP_"))
    }
    subprocess.run(
        [*command, "-"], input=wanted(name), text=True, check=True, cwd=ROOT, env=environment
    )
    pins = (ROOT / output).read_text(encoding="utf-8")
    header = f"# Written by packaging/pin.py from pyproject.toml: {PURPOSES[name]}.\n"
    (ROOT / output).write_text(header + pins, encoding="utf-8")
    print(f"{output}: {pins.count('==')} pins")


def wanted(name: str) -> str:
    """Give the requirement lines that pyproject.toml names for `name`."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)
    lines = (
        project["project"]["dependencies"] if name == "run" else project["dependency-groups"][name]
    )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
