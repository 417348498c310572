"""One run of a scenario in real Chromium: fresh profile, fresh peers."""

import json
import re
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from conformance.peers.process import peers_process
from conformance.recorder import chromium
from conformance.recorder.collector import Collector
from conformance.scenarios import HARNESS, Scenario

START_TIMEOUT_S = 20
PROBE_TIMEOUT_S = 40
STDERR_CHARACTERS = 3000

# An extension, since apps cannot list what is installed.
PROBE_MANIFEST = {
    "name": "probe",
    "version": "1",
    "manifest_version": 3,
    "background": {"service_worker": "bg.js"},
    "permissions": ["management"],
    "host_permissions": ["http://127.0.0.1/*"],
}
PROBE_SOURCE = """
setTimeout(function () {
  chrome.management.getAll(function (all) {
    oracleDeliver(JSON.stringify(all.map(function (x) { return [x.name, x.enabled]; })));
  });
}, 1500);
"""


@dataclass(frozen=True, slots=True)
class Studio:
    """What all runs share."""

    screen: str
    certificates: Path
    scratch: Path
    collector: Collector


def run_once(scenario: Scenario, studio: Studio) -> dict[str, Any]:
    """Give `{"scenario", "outcome", "log"}`, with `stderr` when there is no transcript."""
    work = Path(tempfile.mkdtemp(prefix="rec-", dir=studio.scratch))
    try:
        if scenario.is_manifest:
            return _run_manifests(scenario, studio, work)
        return _run_script(scenario, studio, work)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _run_script(scenario: Scenario, studio: Studio, work: Path) -> dict[str, Any]:
    app = work / "app"
    with peers_process(studio.certificates) as peers:
        config = peers.config | {"timeoutMs": scenario.timeout_ms}
        source = "\n".join(
            (
                f"var ORACLE_CONFIG = {json.dumps(config)};",
                studio.collector.deliver_source(work.name),
                HARNESS.read_text(encoding="utf-8"),
                scenario.source,
                "oracleRun();\n",
            )
        )
        _write_app(app, scenario.manifest, source)
        for attempt in range(2):  # Chromium does not always launch the app
            profile = work / f"profile{attempt}"
            with chromium.browser(studio.screen, profile, f"--load-and-launch-app={app}"):
                text = studio.collector.wait(
                    work.name, scenario.timeout_ms / 1000 + START_TIMEOUT_S
                )
            if text is not None:
                return json.loads(text)
    return _no_transcript(scenario, work)


def _run_manifests(scenario: Scenario, studio: Studio, work: Path) -> dict[str, Any]:
    """Load every case; say which Chromium accepts, and why not."""
    folders: list[Path] = []
    for index, (_, manifest) in enumerate(scenario.cases):
        folder = work / f"case{index}"
        _write_app(folder, manifest | {"name": folder.name}, "")
        folders.append(folder)
    probe = work / "probe"
    _write_app(probe, PROBE_MANIFEST, studio.collector.deliver_source(work.name) + PROBE_SOURCE)
    loaded = ",".join(map(str, [*folders, probe]))
    with chromium.browser(studio.screen, work / "profile", f"--load-extension={loaded}"):
        text = studio.collector.wait(work.name, PROBE_TIMEOUT_S)
    if text is None:
        return _no_transcript(scenario, work)
    names = {name for name, _ in json.loads(text)}
    said = _stderr(work)
    log = [
        {"label": label, "value": _verdict(folder, said, is_loaded=folder.name in names)}
        for (label, _), folder in zip(scenario.cases, folders, strict=True)
    ]
    return {"scenario": scenario.name, "outcome": "done", "log": log}


def _verdict(folder: Path, said: str, *, is_loaded: bool) -> dict[str, Any]:
    match = re.search(re.escape(str(folder)) + r"'?\.\s*(.*?)(?=\n\[|\Z)", said, re.DOTALL)
    error = match.group(1).strip() if match and not is_loaded else None
    return {"accepted": is_loaded, "error": error}


def _write_app(folder: Path, manifest: dict[str, Any], source: str) -> None:
    folder.mkdir()
    (folder / "manifest.json").write_text(json.dumps(manifest))
    (folder / "bg.js").write_text(source, encoding="utf-8")


def _no_transcript(scenario: Scenario, work: Path) -> dict[str, Any]:
    return {
        "scenario": scenario.name,
        "outcome": "no transcript",
        "log": [],
        "stderr": _stderr(work)[-STDERR_CHARACTERS:],
    }


def _stderr(work: Path) -> str:
    return (work / "stderr.txt").read_bytes().decode("utf-8", "replace")
