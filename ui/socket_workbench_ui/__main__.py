"""The console script: headless commands run before Qt is imported, the window opens otherwise."""

import os
import sys

from socket_workbench import cli
from socket_workbench_ui.display import display_problem

NO_DISPLAY = 2


def main() -> int:
    """Do what the command line asks for; gives the exit code."""
    wanted = cli.parse(sys.argv[1:])
    if not isinstance(wanted, cli.WindowOptions):
        return cli.run(wanted)
    if (problem := display_problem(sys.platform, os.environ)) is not None:
        sys.stderr.write(f"{problem}\n")
        return NO_DISPLAY
    from socket_workbench_ui.wiring import run_window  # Qt, which is slow to import

    return run_window(wanted)


if __name__ == "__main__":
    sys.exit(main())
