"""Starts real Chromium with packaged apps in it, in a network that reaches nothing."""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
POLICY = Path("/etc/chromium/policies/managed/conformance-test-ca.json")
IN_NAMESPACE = "RECORD_NETNS"

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--noerrdialogs",
    "--enable-logging=stderr",
    "--password-store=basic",
    "--disable-features=ChromeAppsDeprecated,DisableLoadExtensionCommandLineSwitch,"
    "LocalNetworkAccessChecks",
)

# One interface with addresses and a multicast route (joinGroup and getNetworkList need
# them), but no default route: no packet leaves, and every look-up of a name fails at once.
NETWORK = (
    "ip link set lo up",
    "ip link add eth0 type veth peer name eth0p",
    "ip link set eth0p up",
    "ip link set eth0 up",
    "ip addr add 192.0.2.2/24 dev eth0",
    "ip addr add fd00::2/64 dev eth0 nodad",
    "ip route add 224.0.0.0/4 dev eth0",
)


def enter_network_namespace() -> None:
    """Go on in a namespace of our own; the process starts again for that. Needs root."""
    if os.environ.get(IN_NAMESPACE):
        for command in NETWORK:
            subprocess.run(command.split(), check=True)
        return
    os.environ[IN_NAMESPACE] = "1"
    os.execvp("unshare", ["unshare", "-n", sys.executable, *sys.orig_argv[1:]])


def version() -> str:
    """`Chromium 156.0.8078.79`."""
    told = subprocess.run([CHROMIUM, "--version"], capture_output=True, text=True, check=True)
    match = re.search(r"Chromium [\d.]+", told.stdout)
    assert match is not None, told.stdout
    return match.group(0)


@contextlib.contextmanager
def display() -> Iterator[str]:
    """An X server, unless one is there already."""
    if there := os.environ.get("DISPLAY"):
        yield there
        return
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "800x600x24", "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as told:
        number = told.readline().strip()
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


@contextlib.contextmanager
def browser(screen: str, profile: Path, *arguments: str) -> Iterator[None]:
    """Run Chromium in a process group of its own, which ends with the block.

    What it says goes to `stderr.txt` beside `profile`.
    """
    with (profile.parent / "stderr.txt").open("wb") as log:
        process = subprocess.Popen(
            [CHROMIUM, *FLAGS, f"--user-data-dir={profile}", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=dict(os.environ, DISPLAY=screen, HOME=str(profile.parent)),
            start_new_session=True,
        )
    try:
        yield
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@contextlib.contextmanager
def trusted(ca_file: Path) -> Iterator[None]:
    """Make the test CA a trust anchor by policy, as long as the block runs."""
    had_policy = POLICY.exists()
    POLICY.parent.mkdir(parents=True, exist_ok=True)
    lines = ca_file.read_text().splitlines()
    body = "".join(line for line in lines if "-----" not in line)
    POLICY.write_text(json.dumps({"CACertificates": [body]}))
    try:
        yield
    finally:
        if not had_policy:
            POLICY.unlink(missing_ok=True)
