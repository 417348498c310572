"""Every scenario gives the transcript that Chromium gave."""

import difflib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from conformance.scenarios import HERE, all_scenarios

TESTS = HERE.parent
DIFF_LINES = 80

# They need an interface that is no loopback, a multicast route, or names that fail at once.
NETWORK_SCENARIOS = frozenset(
    {
        "legacy_multicast",
        "legacy_udp_orders",
        "multicast_attempts",
        "multicast_join",
        "multicast_loopback",
        "multicast_orders",
        "multicast_receive",
        "multicast_ttl",
        "network_list",
        "secure_host_of_connect",
        "tcp_connect_bad_hosts",
        "udp_options_forgotten",
        "udp_orders",
    }
)


class Outcomes:
    """What the pool tells, read as far as somebody asks."""

    def __init__(self, pool: "subprocess.Popen[str]") -> None:
        self._pool = pool
        self._known: dict[str, dict[str, Any]] = {}
        self.network = self._read().get("network", "the pool does not start")

    def of(self, scenario: str) -> dict[str, Any]:
        """The outcome of a scenario; waits for it."""
        while scenario not in self._known:
            outcome = self._read()
            assert outcome, "the pool ended early"
            self._known[outcome["scenario"]] = outcome
        return self._known[scenario]

    def _read(self) -> dict[str, Any]:
        assert self._pool.stdout is not None
        return json.loads(self._pool.stdout.readline() or "{}")


@pytest.fixture(scope="session")
def outcomes(request: pytest.FixtureRequest) -> Iterator[Outcomes]:
    """Start the scenarios of this session, and hand out what becomes of them."""
    pool = subprocess.Popen(
        [sys.executable, "-m", "conformance.pool", *_chosen(request)],
        stdout=subprocess.PIPE,
        text=True,
        env=dict(os.environ, PYTHONPATH=str(TESTS)),
    )
    with pool:
        try:
            yield Outcomes(pool)
        finally:
            pool.terminate()


def _chosen(request: pytest.FixtureRequest) -> list[str]:
    """The scenarios among the tests that pytest is about to run."""
    return [
        str(item.callspec.params["name"])
        for item in request.session.items
        if isinstance(item, pytest.Function) and "outcomes" in item.fixturenames
    ]


@pytest.mark.parametrize("name", [path.stem for path in all_scenarios()])
def test_scenario_gives_the_transcript_of_chromium(name: str, outcomes: Outcomes) -> None:
    if outcomes.network and name in NETWORK_SCENARIOS:
        pytest.skip(outcomes.network)

    outcome = outcomes.of(name)

    assert outcome["outcome"] == "done"
    difference = _difference(_transcript(name), outcome["log"])
    assert not difference, difference


def _transcript(name: str) -> list[dict[str, Any]]:
    path = HERE / "transcripts" / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8"))["log"]


def _difference(expected: list[dict[str, Any]], actual: list[dict[str, Any]]) -> str:
    """A unified diff; empty when both are equal as JSON."""
    if expected == actual:
        return ""
    diff = list(
        difflib.unified_diff(_lines(expected), _lines(actual), "Chromium", "here", lineterm="", n=4)
    )
    rest = len(diff) - DIFF_LINES
    more = [f"... and {rest} more lines"] if rest > 0 else []
    return "\n".join(["", *diff[:DIFF_LINES], *more])


def _lines(log: list[dict[str, Any]]) -> list[str]:
    return json.dumps(log, indent=1, sort_keys=True).splitlines()
