"""Bounds the memory of a script's process."""

import sys
from pathlib import Path

SLACK = 1.25
"""What the process may hold over its limit before it is killed; its own allocator stops earlier."""


def limit_memory(limit_bytes: int) -> None:
    """Let this process take `limit_bytes` more than it has now, where the system can say so.

    V8 then throws a `RangeError` for an ArrayBuffer that does not fit, at the place in the
    script. Elsewhere the program watches from outside.
    """
    if not sys.platform.startswith("linux"):
        return
    import resource

    bound = _data_bytes() + limit_bytes
    resource.setrlimit(resource.RLIMIT_DATA, (bound, bound))


def _data_bytes() -> int:
    """Size of what counts against the limit, which is mostly reserved and unused."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmData:"):
            return int(line.split()[1]) * 1024
    return 0
