"""Log records in tests: none of weight may appear unless the test said so."""

import logging
import re

from typing_extensions import override

LOGGER = logging.getLogger("socket_workbench.tests")


class LogWatch(logging.Handler):
    """Keeps every record from WARNING up and knows which of them are expected."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._records: list[logging.LogRecord] = []
        self._expected: list[re.Pattern[str]] = []

    def expect(self, pattern: str) -> None:
        """Demand at least one record whose message contains the regular expression `pattern`."""
        self._expected.append(re.compile(pattern))

    @override
    def emit(self, record: logging.LogRecord) -> None:
        self._records.append(record)

    def problems(self) -> list[str]:
        """Tell which records were not expected, and which expected ones never came."""
        formatter = logging.Formatter("%(name)s %(levelname)s: %(message)s")
        unexpected = [
            formatter.format(record)
            for record in self._records
            if not any(pattern.search(record.getMessage()) for pattern in self._expected)
        ]
        missing = [
            f"no log record matches {pattern.pattern!r}"
            for pattern in self._expected
            if not any(pattern.search(record.getMessage()) for record in self._records)
        ]
        return unexpected + missing


def fail_test(error: BaseException, name: str) -> None:
    """Fail the running test; to be passed as `TaskScope(on_error=fail_test)`."""
    LOGGER.error("task %r failed", name, exc_info=error)
