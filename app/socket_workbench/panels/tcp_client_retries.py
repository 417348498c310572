"""When a TCP client connects again by itself, and how long it waits before."""

import math
from collections.abc import Iterator
from typing import Final

from socket_workbench.net.errors import ResultCode
from socket_workbench.panels.tcp_client_notices import is_about_certificate
from socket_workbench.session.tcp_entries import ReconnectEntry

STEADY_S: Final = 5.0
"""A connection that lived this long was a success: the next loss begins with the first delay."""
FACTOR: Final = 2
HOPELESS: Final = frozenset(
    (
        ResultCode.ABORTED,
        ResultCode.INVALID_ARGUMENT,
        ResultCode.ACCESS_DENIED,
        ResultCode.NETWORK_ACCESS_DENIED,
        ResultCode.SSL_PROTOCOL_ERROR,
        ResultCode.SSL_CLIENT_AUTH_CERT_NEEDED,
        ResultCode.SSL_VERSION_OR_CIPHER_MISMATCH,
    )
)
"""Codes that waiting does not change."""


class Retries:
    """Counts attempts in a row; `begin` or `after_loss` start a row, `next_delay_s` goes on."""

    def __init__(self) -> None:
        self.settings = ReconnectEntry()
        self.made = 0
        """Attempts in this row that came by themselves."""
        self._is_under_way = False
        self._opened_s: float | None = None

    def begin(self) -> None:
        """The user connects: nothing was attempted yet."""
        self.made, self._is_under_way, self._opened_s = 0, False, None

    def opened(self, now_s: float) -> None:
        """The connection stands."""
        self._opened_s = now_s

    def after_loss(self, now_s: float) -> float | None:
        """Seconds until the next attempt, for a connection that ended; `None`: none comes."""
        if self._opened_s is not None and now_s - self._opened_s >= STEADY_S:
            self.made, self._is_under_way = 0, False
        self._opened_s = None
        return self._next_s(is_wanted=self.settings.after in ("loss", "both"))

    def after_failure(self, code: int) -> float | None:
        """Seconds until the next attempt, for one that failed; `None`: none comes."""
        if code in HOPELESS or is_about_certificate(code):
            return None
        return self._next_s(is_wanted=self.settings.after in ("failure", "both"))

    @property
    def are_used_up(self) -> bool:
        """Whether there were attempts, and as many as there may be."""
        return 0 < self.settings.attempts <= self.made

    def _next_s(self, *, is_wanted: bool) -> float | None:
        if not self.settings.is_on or not (is_wanted or self._is_under_way):
            return None
        if self.are_used_up:
            return None
        # The exponent is bounded: nobody waits for the power of a week of attempts.
        longest_ms = max(self.settings.longest_delay_ms, self.settings.first_delay_ms)
        delay_ms = min(self.settings.first_delay_ms * FACTOR ** min(self.made, 32), longest_ms)
        self.made, self._is_under_way = self.made + 1, True
        return delay_ms / 1000


def countdown(delay_s: float) -> Iterator[tuple[int, float]]:
    """Whole seconds to show, each with how long to show it; ends when the delay is over."""
    left_s = delay_s
    while left_s > 0:
        shown = math.ceil(left_s)
        pause_s = left_s - (shown - 1)
        yield shown, pause_s
        left_s -= pause_s
