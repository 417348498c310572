"""What a panel has to tell its user, without the words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from socket_workbench.panels.messages import Field, Message, Offer, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One message at the place that caused it; compares by value."""

    message: Message
    severity: Severity = Severity.ERROR
    code: int | None = None
    """The API's result code; `None` where no call was made or none came back."""
    cause: str = ""
    """As `net.events.Cause`, or the name of an errno."""
    values: Mapping[str, str | int | float] = field(default_factory=dict[str, str | int | float])
    """What the sentence speaks of; the keys stand beside each `Message`."""
    field: Field = Field.NONE
    """The input to mark."""
    offer: Offer = Offer.NONE
    """What can be done about it at once."""
