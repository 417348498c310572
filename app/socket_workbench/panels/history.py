"""What was sent before, to be taken up again; the unsent draft waits at its end."""

from socket_workbench.session.fields import ComposerEntry

LONGEST = 100


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
            del self._entries[:-LONGEST]
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
