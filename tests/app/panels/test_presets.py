import pytest

from socket_workbench.panels.presets import (
    moved,
    renamed,
    with_key,
    with_preset,
    without_preset,
)
from socket_workbench.session.fields import Preset


def test_preset_of_the_same_name_takes_its_place() -> None:
    presets = (Preset(name="a", text="old"), Preset(name="b"))

    assert with_preset(presets, Preset(name="a", text="new")) == (
        Preset(name="a", text="new"),
        Preset(name="b"),
    )


def test_key_moves_to_the_preset_that_gets_it() -> None:
    presets = (Preset(name="a", key="F2"), Preset(name="b"))

    assert with_key(presets, "b", "F2") == (Preset(name="a"), Preset(name="b", key="F2"))


def test_removed_preset_is_gone() -> None:
    assert without_preset((Preset(name="a"), Preset(name="b")), "a") == (Preset(name="b"),)


def names(presets: tuple[Preset, ...]) -> str:
    return "".join(preset.name for preset in presets)


@pytest.mark.parametrize(
    ("name", "places", "order"),
    [
        ("b", -1, "bac"),
        ("b", 1, "acb"),
        ("a", -1, "abc"),
        ("c", 1, "abc"),
        ("c", -2, "cab"),
        ("x", 1, "abc"),
    ],
)
def test_preset_is_moved_within_the_ends(name: str, places: int, order: str) -> None:
    presets = (Preset(name="a"), Preset(name="b"), Preset(name="c"))

    assert names(moved(presets, name, places)) == order


@pytest.mark.parametrize(("new", "order"), [(" d ", "db"), ("b", "ab"), ("", "ab"), (" ", "ab")])
def test_preset_is_renamed_unless_the_name_is_taken_or_none(new: str, order: str) -> None:
    presets = (Preset(name="a", text="kept", key="F3"), Preset(name="b"))

    result = renamed(presets, "a", new)

    assert names(result) == order
    assert (result[0].text, result[0].key) == ("kept", "F3")
