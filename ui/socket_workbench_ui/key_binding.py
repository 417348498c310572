"""Commands and their keys, as the settings show them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """A command and the key that it has when nobody changed it, as `Ctrl+1`; or none."""

    id: str
    text: str
    own_keys: str
