"""Where the program keeps its own files, as each system wants it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

import platformdirs

FOLDER_NAME = "socket-workbench"


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """The program's own folders; they need not exist yet."""

    config: Path
    state: Path

    @classmethod
    def of_user(cls) -> Self:
        """The folders of whoever runs the program; `XDG_CONFIG_HOME` and the like are heeded."""
        return cls(
            config=platformdirs.user_config_path(FOLDER_NAME, appauthor=False),
            state=platformdirs.user_state_path(FOLDER_NAME, appauthor=False),
        )

    @property
    def settings_file(self) -> Path:
        """The preferences, see `settings.py`."""
        return self.config / "settings.json"

    @property
    def captures(self) -> Path:
        """Captures that were not saved yet, unless the settings name another folder."""
        return self.state / "captures"
