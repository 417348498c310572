"""Stories: what a user does with the window, from opening to closing it."""

from collections.abc import Callable, Coroutine
from typing import Any, Protocol, TypeAlias

from support.desk import Desk

Story: TypeAlias = Callable[[Desk], Coroutine[Any, Any, None]]


class Tell(Protocol):
    """The fixture `tell`."""

    def __call__(self, *stories: Story, width: int = 0, height: int = 0) -> None:
        """Run each story with a new, empty window in the same home, of this size if one is given.

        Raises:
            AssertionError: A story says so, or left tasks behind.
        """
        ...
