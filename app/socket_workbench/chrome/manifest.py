"""What an app's manifest says, and what it allows."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Manifest:
    """Permissions of an app."""

    @classmethod
    def allow_all(cls) -> Self:
        """The profile of a workbench that may do everything."""
        return cls()

    def allows(self, operation: str, host: str = "", port: int = 0) -> bool:
        """Whether `sockets` permits the operation."""
        del operation, host, port
        return True
