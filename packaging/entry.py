"""Where the packaged program begins; the same as the console script."""

import sys

from socket_workbench_ui.__main__ import main

sys.exit(main())
