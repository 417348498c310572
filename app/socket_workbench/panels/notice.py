"""What a panel has to tell its user, without the words."""

import errno
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from socket_workbench.panels.messages import Field, Message, Offer, Severity

Values = dict[str, str | int | float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One message at the place that caused it; compares by value."""

    message: Message
    severity: Severity = Severity.ERROR
    code: int | None = None
    """The API's result code; `None` where no call was made or none came back."""
    cause: str = ""
    """As `net.events.Cause`, or the name of an errno."""
    values: Mapping[str, str | int | float] = field(default_factory=Values)
    """What the sentence speaks of; the keys stand beside each `Message`."""
    field: Field = Field.NONE
    """The input to mark."""
    offer: Offer = Offer.NONE
    """What can be done about it at once."""


def about_file(message: Message, path: Path, error: OSError) -> Notice:
    """The system refused something about a file; the cause is the errno's name."""
    cause = errno.errorcode.get(error.errno or 0, "")
    return Notice(message=message, cause=cause, values={"path": str(path)})
