"""Two network namespaces with a cable between them, and a peer process in the other one.

Made as root with the `ip` command; names are of this process, and what was made is taken away.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

PATIENCE_S = 20.0
ROOT = Path(__file__).resolve().parent.parent
NEAR, FAR = "192.0.2", "198.51.100"
"""Networks of two cables: the adapter matters only where there is a choice."""


@dataclass(frozen=True, slots=True)
class Networks:
    """What tests of them need to know."""

    here: str
    """Namespace in which the tested side runs."""
    there: str
    cables: tuple[str, str]
    """Names of the adapters of the tested side; the far ones have the same with `x`."""


def why_not() -> str:
    """Why the namespaces cannot be made here; empty where they can."""
    if not sys.platform.startswith("linux"):
        return "network namespaces are a thing of Linux"
    if os.geteuid() != 0:
        return "network namespaces with a cable between them take root"
    if shutil.which("ip") is None:
        return "there is no ip command"
    probe = subprocess.run(["ip", "netns", "add", _name("p")], check=False, capture_output=True)
    if probe.returncode:
        return f"no network namespace can be made: {probe.stderr.decode().strip()}"
    _ip("netns", "del", _name("p"))
    return ""


@contextmanager
def two_networks() -> Iterator[Networks]:
    """Two namespaces with two cables between them, until the block is left."""
    networks = Networks(_name("a"), _name("b"), ("cable0", "cable1"))
    try:
        for each in (networks.here, networks.there):
            _ip("netns", "add", each)
            _ip("-n", each, "link", "set", "lo", "up")
        for cable, network in zip(networks.cables, (NEAR, FAR), strict=True):
            _lay(networks, cable, network)
        for each in (networks.here, networks.there):
            _await_addresses(each)
        yield networks
    finally:
        for each in (networks.here, networks.there):
            subprocess.run(["ip", "netns", "del", each], check=False, capture_output=True)


@contextmanager
def run_in(namespace: str, script: Path, *arguments: str) -> Iterator["Peer"]:
    """Run a Python script in a namespace, and end it with the block."""
    command = ["ip", "netns", "exec", namespace, sys.executable, str(script), *arguments]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield Peer(process.stdin, process.stdout)
        finally:
            process.stdin.close()
            process.terminate()
            process.wait(10)


@dataclass(frozen=True, slots=True)
class Peer:
    """A script that answers each line of JSON with one."""

    orders: IO[str]
    answers: IO[str]

    def ask(self, **order: object) -> dict[str, object]:
        self.orders.write(json.dumps(order) + "\n")
        self.orders.flush()
        line = self.answers.readline()
        assert line, "the script has ended"
        return json.loads(line)


def _lay(networks: Networks, cable: str, network: str) -> None:
    far = f"{cable}x"
    _ip(
        *("-n", networks.here, "link", "add", cable, "type", "veth"),
        *("peer", "name", far, "netns", networks.there),
    )
    for place, name, host in ((networks.here, cable, 1), (networks.there, far, 2)):
        _ip("-n", place, "addr", "add", f"{network}.{host}/24", "dev", name)
        _ip("-n", place, "addr", "add", f"fd00:{host}::{host}/64", "dev", name, "nodad")
        _ip("-n", place, "link", "set", name, "up")


def _await_addresses(namespace: str) -> None:
    """Wait until the kernel knows that nobody else has the link's addresses: about a second."""
    end_s = time.monotonic() + PATIENCE_S
    while _ip("-n", namespace, "-6", "addr", "show", "tentative"):
        assert time.monotonic() < end_s, "the addresses stay tentative"
        time.sleep(0.05)


def _ip(*words: str) -> str:
    return subprocess.run(["ip", *words], check=True, capture_output=True, text=True).stdout


def _name(suffix: str) -> str:
    return f"swb-{os.getpid()}-{suffix}"
