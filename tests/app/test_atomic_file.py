import errno
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from socket_workbench.atomic_file import write_atomically
from socket_workbench.session import store
from socket_workbench.session.errors import SessionError, SessionProblem
from support.sessions import FULL

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions and limits")

NOBODY = 65534
FULL_DISK = """
import pathlib, resource, sys
from socket_workbench.session import store
from socket_workbench.session.errors import SessionError
from socket_workbench.session.schema import Session

usual = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (16, usual[1]))
try:
    store.write(Session(version=1), pathlib.Path(sys.argv[1]))
except SessionError as error:
    problem = error.problem
resource.setrlimit(resource.RLIMIT_FSIZE, usual)
print(problem)
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder of an ordinary user, whom permissions bind; root would pass through them."""
    is_root = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as name:
        if is_root:
            os.chown(name, NOBODY, NOBODY)
            os.seteuid(NOBODY)
        try:
            yield Path(name)
        finally:
            if is_root:
                os.seteuid(0)
            Path(name).chmod(0o755)


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_new_file_gets_the_usual_permissions(folder: Path) -> None:
    (folder / "plain").touch()

    write_atomically(folder / "new", b"data")

    assert (folder / "new").stat().st_mode == (folder / "plain").stat().st_mode


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666], ids=oct)
def test_permissions_are_kept(folder: Path, mode: int) -> None:
    path = folder / "a"
    path.touch()
    path.chmod(mode)

    write_atomically(path, b"data")

    assert stat.S_IMODE(path.stat().st_mode) == mode
    assert path.read_bytes() == b"data"


def test_target_of_a_link_is_written_and_the_link_stays(folder: Path) -> None:
    (folder / "real").write_bytes(b"old")
    (folder / "link").symlink_to("real")

    write_atomically(folder / "link", b"new")

    assert (folder / "link").is_symlink()
    assert (folder / "real").read_bytes() == b"new"


def test_link_to_nothing_makes_its_target(folder: Path) -> None:
    (folder / "link").symlink_to("real")

    write_atomically(folder / "link", b"new")

    assert (folder / "real").read_bytes() == b"new"


def test_read_only_file_is_refused(folder: Path) -> None:
    path = folder / "a"
    path.write_bytes(b"old")
    path.chmod(0o444)

    with pytest.raises(OSError, match="read-only") as caught:
        write_atomically(path, b"new")

    assert caught.value.errno == errno.EROFS
    assert path.read_bytes() == b"old"
    assert names_in(folder) == ["a"]


def test_read_only_folder_is_refused(folder: Path) -> None:
    path = folder / "a"
    path.write_bytes(b"old")
    folder.chmod(0o555)

    with pytest.raises(SessionError) as caught:
        store.write(FULL, path)

    assert caught.value.problem is SessionProblem.NOT_ALLOWED
    assert path.read_bytes() == b"old"
    assert names_in(folder) == ["a"]


def test_device_is_not_replaced() -> None:
    with pytest.raises(OSError, match="not a regular file"):
        write_atomically(Path("/dev/null"), b"data")


def test_full_disk_leaves_the_old_file_and_no_rest(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    # In a process of its own, for the limit holds for all that a process writes.
    output = subprocess.check_output([sys.executable, "-c", FULL_DISK, str(path)], text=True)

    assert output.split() == [SessionProblem.DISK_FULL]
    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == ["a"]


def test_unreadable_file_is_not_allowed(folder: Path) -> None:
    path = folder / "a.swb"
    path.touch()
    path.chmod(0)

    with pytest.raises(SessionError) as caught:
        store.read(path)

    assert caught.value.problem is SessionProblem.NOT_ALLOWED
