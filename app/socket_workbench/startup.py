"""How long this process has been running, from before its first line of Python."""

import os
import sys
import time
from pathlib import Path

STARTTIME_FIELD = 22
"""Of `/proc/self/stat`, counted from 1: clock ticks since boot; proc_pid_stat(5)."""


def process_age_s() -> float:
    """Seconds since the operating system started this process; on Linux in steps of 0.01 s."""
    if sys.platform == "linux":
        return _linux_age_s()
    import psutil  # not needed on Linux, and not quick to import

    return time.time() - psutil.Process().create_time()


def _linux_age_s() -> float:
    # psutil would add the boot time, which the kernel gives in whole seconds only.
    stat = Path("/proc/self/stat").read_text(encoding="ascii", errors="replace")
    fields_from_3 = stat.rpartition(")")[2].split()  # a program's name may hold spaces
    ticks = int(fields_from_3[STARTTIME_FIELD - 3])
    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")
