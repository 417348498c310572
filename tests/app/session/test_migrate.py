from pathlib import Path

import pytest

from socket_workbench.session.codec import decode
from socket_workbench.session.errors import SessionError, SessionProblem
from socket_workbench.session.migrate import STEPS, Tree, migrate
from socket_workbench.session.schema import FORMAT_VERSION, Session


def rename_tabs(tree: Tree) -> Tree:
    tree = dict(tree)
    tree["capture"] = tree.pop("recording")
    return tree


def test_every_step_runs_in_order_and_sets_the_version() -> None:
    steps = {1: lambda tree: {**tree, "a": 1}, 2: lambda tree: {**tree, "b": tree["a"] + 1}}

    assert migrate({"version": 1}, version=1, wanted=3, steps=steps) == {
        "version": 3,
        "a": 1,
        "b": 2,
    }


def test_steps_leave_the_old_tree_alone() -> None:
    old: Tree = {"version": 1, "recording": "x.swcap"}

    migrate(old, version=1, wanted=2, steps={1: rename_tabs})

    assert old == {"version": 1, "recording": "x.swcap"}


def test_current_version_is_returned_as_it_is() -> None:
    tree: Tree = {"version": FORMAT_VERSION}

    assert migrate(tree, version=FORMAT_VERSION, wanted=FORMAT_VERSION) is tree


def test_there_is_a_step_for_every_older_version() -> None:
    assert sorted(STEPS) == list(range(1, FORMAT_VERSION))


def test_decode_migrates_older_files() -> None:
    data = b'{"version": 0, "recording": "x.swcap"}'

    assert decode(data, Path("old.swb"), steps={0: rename_tabs}) == Session(
        version=1, capture="x.swcap"
    )


def test_decode_checks_what_a_step_has_made() -> None:
    with pytest.raises(SessionError) as caught:
        decode(b'{"version": 0, "recording": 7}', Path("old.swb"), steps={0: rename_tabs})

    assert caught.value.problem is SessionProblem.WRONG_TYPE
