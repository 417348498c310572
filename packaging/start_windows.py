"""What `./workbench` does, for Windows: set up on first use, then start. Called by workbench.cmd.

Uses nothing but the standard library, for it runs before anything is installed.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILES = {
    "run": ("run", "build"),
    "test": ("run", "build", "test"),
    "dev": ("run", "build", "test", "dev"),
    "package": ("run", "build", "package"),
}
LOCK_POLL_S = 0.5

Run = Callable[[Sequence[str]], int]


class SetupError(Exception):
    """The set-up cannot go on; the message is one sentence for the user."""


class Environment:
    """The `.venv` of a checkout."""

    def __init__(self, root: Path, run: Run) -> None:
        self.root, self._run = root, run
        self.folder = root / ".venv"
        self.programs = self.folder / ("Scripts" if os.name == "nt" else "bin")
        self._unfinished = self.folder / "workbench-unfinished"

    def program(self, name: str) -> str:
        return str(self.programs / (f"{name}.exe" if os.name == "nt" else name))

    def is_ready(self, group: str) -> bool:
        """Tell whether all of `group` was installed, here, with this Python."""
        try:
            found = self._stamp(group).read_text("utf-8")
        except OSError:
            return False
        return found == self._key(group) and not self._unfinished.exists()

    def set_up(self, group: str) -> None:
        """Install `group`.

        Raises:
            SetupError: It could not be installed.
        """
        if self._unfinished.exists() or not self._is_usable():
            self._make()
        self._unfinished.touch()
        pins = (self.root / f"packaging/requirements/{name}.txt" for name in FILES[group])
        files = [part for file in pins for part in ("-r", str(file))]
        self._pip("--require-hashes", "--only-binary", ":all:", *files)
        self._pip("--no-deps", "--no-build-isolation", "--editable", str(self.root))
        self._unfinished.unlink()
        for name in FILES[group]:
            if name in FILES:
                self._stamp(name).write_text(self._key(name), "utf-8")

    def _is_usable(self) -> bool:
        return Path(self.program("python")).exists() and any(self.folder.glob("workbench-*"))

    def _make(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(exist_ok=True)
        self._unfinished.touch()
        if self._run([sys.executable, "-m", "venv", str(self.folder)]):
            raise SetupError(f"{sys.executable} could not make {self.folder}.")

    def _pip(self, *arguments: str) -> None:
        command = [self.program("python"), "-I", "-m", "pip", "install", "--no-input", "--quiet"]
        if self._run([*command, *arguments]):
            raise SetupError("the packages could not be installed; the lines above say why.")

    def _stamp(self, group: str) -> Path:
        return self.folder / f"workbench-{group}"

    def _key(self, group: str) -> str:
        key = hashlib.sha256(f"{self.root}\n{sys.version}\n".encode())
        key.update((self.root / "pyproject.toml").read_bytes())
        for name in FILES[group]:
            key.update((self.root / f"packaging/requirements/{name}.txt").read_bytes())
        return key.hexdigest()


@contextmanager
def lock(file: Path) -> Iterator[None]:
    """Keep other set-ups of this checkout waiting; Windows lets go when the process ends."""
    with file.open("a") as held:
        if sys.platform == "win32":
            import msvcrt

            while True:
                try:
                    held.seek(0)
                    msvcrt.locking(held.fileno(), msvcrt.LK_NBLCK, 1)
                    break
                except OSError:
                    time.sleep(LOCK_POLL_S)
        yield


def call(command: Sequence[str]) -> int:
    """Run a command in this terminal."""
    return subprocess.run(command, check=False).returncode


def plan(environment: Environment, arguments: Sequence[str]) -> tuple[str, list[str]]:
    """Tell what must be installed for `arguments`, and the command to run then; it may be empty."""
    match list(arguments):
        case ["test", "--coverage", *rest]:
            pytest = environment.program("pytest")
            return "test", [environment.program("coverage"), "run", pytest, *rest]
        case ["test", *rest]:
            return "test", [environment.program("pytest"), *rest]
        case ["dev"]:
            return "dev", []
        case ["package", *rest]:
            build = str(environment.root / "packaging/build.py")
            return "package", [environment.program("python"), build, *rest]
        case rest:
            return "run", [environment.program("socket-workbench"), *rest]


def start(arguments: Sequence[str], *, root: Path = ROOT, run: Run = call) -> int:
    """Set up what is missing, then run what was asked for; gives its exit code."""
    environment = Environment(root, run)
    group, command = plan(environment, arguments)
    try:
        if not environment.is_ready(group):
            print(f"workbench: setting up {group} in {environment.folder} ...", file=sys.stderr)
            with lock(root / ".workbench.lock"):
                if not environment.is_ready(group):
                    environment.set_up(group)
    except (SetupError, OSError) as error:
        print(f"workbench: {error}", file=sys.stderr)
        return 1
    if group == "test":
        os.chdir(root)
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return run(command) if command else 0


if __name__ == "__main__":
    sys.exit(start(sys.argv[1:]))
