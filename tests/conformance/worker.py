"""Runs scenarios through our own V8 host, in a network of its own where that can be had.

Reads names of scenarios, one per line, and answers each with one line of JSON:
`{"scenario", "outcome", "log"}`, or `{"scenario", "skipped": reason}`. The first line it
writes is `{"network": reason}`, empty when it has a network of its own.
"""

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any, Final

from conformance import netns
from conformance.scenarios import HARNESS, HERE, Scenario, read_scenario

OUTCOME_TIMEOUT_S: Final = 20
"""Beyond the scenario's own."""

DELIVER: Final = """
var oracleText;
function oracleDeliver(text) { oracleText = text; console.log("oracle:delivered"); }
"""


def run_scenario(scenario: Scenario, peers: dict[str, Any]) -> dict[str, Any]:
    """Give what the transcript would hold."""
    if scenario.is_manifest:
        return _check_manifests(scenario)
    return asyncio.run(_run_script(scenario, peers))


async def _run_script(scenario: Scenario, peers: dict[str, Any]) -> dict[str, Any]:
    from conformance.recording import ScriptRun

    config = peers | {"timeoutMs": scenario.timeout_ms}
    source = "\n".join(
        (
            f"var ORACLE_CONFIG = {json.dumps(config)};",
            DELIVER,
            HARNESS.read_text(encoding="utf-8"),
            scenario.source,
            "oracleRun();",
        )
    )
    async with ScriptRun(scenario.manifest, source, scenario.name) as run:
        limit_s = scenario.timeout_ms / 1000 + OUTCOME_TIMEOUT_S
        problem = await run.delivered(limit_s)
        if problem:
            return {"scenario": scenario.name, "outcome": problem, "log": []}
        return json.loads(await run.script.evaluate("oracleText"))


def _check_manifests(scenario: Scenario) -> dict[str, Any]:
    from socket_workbench.chrome.manifest import Manifest, ManifestError

    log: list[dict[str, Any]] = []
    for label, manifest in scenario.cases:
        error: str | None = None
        try:
            Manifest.parse(manifest)
        except ManifestError as refused:
            error = str(refused)
        log.append({"label": label, "value": {"accepted": error is None, "error": error}})
    return {"scenario": scenario.name, "outcome": "done", "log": log}


def _say(value: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def main(certificates: Path) -> None:
    """Serve until there are no more names."""
    _say({"network": netns.enter()})  # before anything that may start a thread
    from conformance.peers.certificates import CA_FILE
    from conformance.peers.process import peers_process

    with peers_process(certificates) as peers:
        os.environ["SSL_CERT_FILE"] = str(certificates / CA_FILE)
        for name in sys.stdin:
            scenario = read_scenario(HERE / "scenarios" / f"{name.strip()}.js")
            peers.renew()
            try:
                _say(run_scenario(scenario, peers.config))
            except Exception as error:  # noqa: BLE001 - the next scenario shall run
                text = f"{type(error).__name__}: {error}"
                _say({"scenario": scenario.name, "outcome": text, "log": []})


if __name__ == "__main__":
    main(Path(sys.argv[1]))
