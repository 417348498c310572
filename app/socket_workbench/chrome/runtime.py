"""`chrome.runtime`: `lastError`, and what an app learns about itself."""

from dataclasses import dataclass

from socket_workbench.chrome.context import AppContext


@dataclass(frozen=True, slots=True)
class LastError:
    """Why a call failed; there only while its callback runs."""

    message: str


class Runtime:
    """`chrome.runtime` of one app."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    @property
    def lastError(self) -> LastError | None:
        """The error of the call whose callback runs now; `None` outside and on success."""
        message = self._context.last_error
        return None if message is None else LastError(message)
