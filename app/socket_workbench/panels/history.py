"""What was sent before, to be taken up again; the unsent draft waits at its end."""

from socket_workbench.session.fields import ComposerEntry

LONGEST = 100
MOST_CHARS = 16_000_000
"""The oldest are forgotten where texts are long; the newest is kept however long it is."""


class SendHistory:
    """Steps back and forth through what was sent, oldest first."""

    def __init__(self) -> None:
        self._entries: list[ComposerEntry] = []
        self._draft = ComposerEntry()
        self._place = 0

    def add(self, entry: ComposerEntry) -> None:
        """Remember what was sent, unless it is the same as the last; go to the end."""
        if not self._entries or self._entries[-1] != entry:
            self._entries.append(entry)
            del self._entries[: self._too_many()]
        self._place = len(self._entries)

    def back(self, current: ComposerEntry) -> ComposerEntry | None:
        """What was sent before, or `None`; a `current` that was not sent becomes the draft."""
        if self._place == len(self._entries):
            self._draft = current
        if self._place == 0:
            return None
        self._place -= 1
        return self._entries[self._place]

    def forth(self) -> ComposerEntry | None:
        """What was sent after that, at last the draft; `None` behind it."""
        if self._place == len(self._entries):
            return None
        self._place += 1
        if self._place == len(self._entries):
            return self._draft
        return self._entries[self._place]

    def _too_many(self) -> int:
        """How many of the oldest have to go."""
        room, kept = MOST_CHARS, 0
        for entry in reversed(self._entries):
            room -= len(entry.text)
            if kept == LONGEST or (kept and room < 0):
                break
            kept += 1
        return len(self._entries) - kept
