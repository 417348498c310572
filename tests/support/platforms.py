"""What only some systems can do."""

import sys

import pytest

counts_drops = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux tells how many datagrams it dropped"
)
has_all_of_loopback = pytest.mark.skipif(
    sys.platform == "darwin", reason="of 127.0.0.0/8 macOS has 127.0.0.1 alone"
)
