"""The presets of a composer, as tuples in the order in which the user wants them."""

from msgspec.structs import replace

from socket_workbench.session.fields import Preset

Presets = tuple[Preset, ...]


def with_preset(presets: Presets, preset: Preset) -> Presets:
    """Add it or put it in the place of the one of that name; its key is taken from others."""
    freed = tuple(
        replace(other, key="") if preset.key and other.key == preset.key else other
        for other in presets
    )
    names = [other.name for other in freed]
    if preset.name not in names:
        return (*freed, preset)
    index = names.index(preset.name)
    return (*freed[:index], preset, *freed[index + 1 :])


def without_preset(presets: Presets, name: str) -> Presets:
    """All but the one of that name."""
    return tuple(preset for preset in presets if preset.name != name)


def with_key(presets: Presets, name: str, key: str) -> Presets:
    """Give the preset of that name a key, and take it from whichever had it."""
    for preset in presets:
        if preset.name == name:
            return with_preset(presets, replace(preset, key=key))
    return presets


def renamed(presets: Presets, name: str, new: str) -> Presets:
    """Call it something else; nothing changes where the new name is empty or taken."""
    new = new.strip()
    if not new or any(preset.name == new for preset in presets):
        return presets
    return tuple(replace(preset, name=new) if preset.name == name else preset for preset in presets)


def moved(presets: Presets, name: str, places: int) -> Presets:
    """Move it up by a negative number of places, or down; at most to an end."""
    index = next((i for i, preset in enumerate(presets) if preset.name == name), None)
    if index is None:
        return presets
    others = [*presets[:index], *presets[index + 1 :]]
    others.insert(max(index + places, 0), presets[index])
    return tuple(others)
