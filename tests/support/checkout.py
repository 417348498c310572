"""A checkout with only the start script in it, and a Python that pretends to install."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TOOLS = (
    *("awk", "cat", "chmod", "cksum", "cp", "dirname", "find", "grep", "head", "id", "mkdir", "mv"),
    *("readlink", "rm", "sed", "sh", "sort", "tail", "tr", "uname"),
)

FAKE_PYTHON = r"""#!/bin/sh
case $* in
*sys.executable*) echo "$0" ;;
*"-m venv "*)
    echo venv >>"$CALLS"
    mkdir -p "$3/bin" "$3/lib/python3/site-packages/PySide6"
    cp "$0" "$3/bin/python" && echo "#!$3/bin/python" >"$3/bin/pip"
    ;;
*"-m pip --version"*) [ -e "$(dirname "$0")/pip" ] ;;
*"-m pip install"*--editable*)
    for name in socket-workbench pytest coverage; do
        printf '#!/bin/sh\necho "%s $QT_QPA_PLATFORM $*"\nexit 7\n' $name >"$(dirname "$0")/$name"
        chmod +x "$(dirname "$0")/$name"
    done
    ;;
*"-m pip install"*)
    echo "$*" | sed "s|$PINS/||g" >>"$CALLS"
    printf '%s\n' "$PIP_SAYS"
    [ -z "$PIP_SAYS" ]
    ;;
*) exec @PYTHON@ "$@" ;;
esac
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a start of the script ended."""

    code: int
    output: str
    problems: list[str]
    """The lines of standard error."""


class Checkout:
    """A folder to start `./workbench` in, with a PATH that holds only what was put there."""

    def __init__(self, folder: Path) -> None:
        self.root, self.path = folder / "a checkout", folder / "bin"
        self.venv, self._calls = self.root / ".venv", folder / "calls"
        self.root.mkdir()
        self.path.mkdir()
        for name in ("workbench", "pyproject.toml"):
            shutil.copy(ROOT / name, self.root)
        shutil.copytree(ROOT / "packaging/requirements", self.root / "packaging/requirements")
        for tool in TOOLS:
            # A script and no link: what is replaced later must never be the system's own file.
            if found := shutil.which(tool):
                self.command(tool, f'#!/bin/sh\nexec {found} "$@"\n')
        self.command("python3", FAKE_PYTHON.replace("@PYTHON@", sys.executable))

    def command(self, name: str, script: str) -> Path:
        """Put a shell script on the PATH."""
        file = self.path / name
        file.write_text(script, encoding="utf-8")
        file.chmod(0o755)
        return file

    def start(self, *arguments: str, **environment: str) -> Outcome:
        """Run `./workbench` with nothing else in its environment."""
        basic = {"PATH": str(self.path), "HOME": os.environ["HOME"], "CALLS": str(self._calls)}
        basic["PINS"] = str(self.root / "packaging/requirements")
        run = subprocess.run(
            [self.root / "workbench", *arguments],
            env={**basic, "PIP_SAYS": "", "QT_QPA_PLATFORM": "none", **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        return Outcome(run.returncode, run.stdout.strip(), run.stderr.splitlines())

    def take_calls(self) -> list[str]:
        """Give the installations since the last call."""
        calls = self._calls.read_text("utf-8").splitlines() if self._calls.exists() else []
        self._calls.unlink(missing_ok=True)
        return calls
