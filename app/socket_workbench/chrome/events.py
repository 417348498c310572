"""`chrome.events.Event`: listeners, called in the order in which they were added."""

from collections.abc import Callable
from typing import Generic, TypeVar

I = TypeVar("I")  # noqa: E741 - the info object that listeners get


class ChromeEvent(Generic[I]):
    """One event of a namespace; every listener gets the same one object."""

    def __init__(self, full_name: str) -> None:
        self.full_name = full_name
        """With its namespace: `sockets.tcp.onReceive`."""
        self.listeners: tuple[Callable[[I], object], ...] = ()
        """A snapshot: replaced, never changed, so that listeners may come and go meanwhile."""

    def addListener(self, callback: Callable[[I], object]) -> None:
        """Add a listener; one that is there already is not added again."""
        if callback not in self.listeners:
            self.listeners = (*self.listeners, callback)

    def removeListener(self, callback: Callable[[I], object]) -> None:
        """Remove a listener; an absent one is no error."""
        self.listeners = tuple(one for one in self.listeners if one != callback)

    def hasListener(self, callback: Callable[[I], object]) -> bool:
        """Whether this listener is there."""
        return callback in self.listeners

    def hasListeners(self) -> bool:
        """Whether any listener is there."""
        return bool(self.listeners)
