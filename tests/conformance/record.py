"""Records the transcripts of conformance scenarios from real Chromium.

PYTHONPATH=tests python -m conformance.record [--runs 3] [--jobs 2] [NAME ...]

Every scenario is run `--runs` times, each in a fresh profile against fresh peers. When all
runs agree, the transcript goes to transcripts/NAME.json; else the runs go to
unstable/NAME.N.json and the exit status is 1.
"""

import argparse
import concurrent.futures
import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from conformance.peers.certificates import CA_FILE, make_certificates
from conformance.recorder import chromium
from conformance.recorder.collector import Collector
from conformance.recorder.runs import Studio, run_once
from conformance.scenarios import HERE, Scenario, all_scenarios, read_scenario


def main() -> int:
    options = _options()
    if not options.no_netns:
        chromium.enter_network_namespace()
    scratch = Path(tempfile.mkdtemp(prefix="record-", dir=options.scratch))
    try:
        certificates = scratch / "certs"
        make_certificates(certificates)
        with chromium.trusted(certificates / CA_FILE), chromium.display() as screen:
            studio = Studio(screen, certificates, scratch, Collector())
            with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
                verdicts = pool.map(
                    lambda path: _record(read_scenario(path), studio, options), _chosen(options)
                )
                return 0 if all(list(verdicts)) else 1
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*")
    parser.add_argument("--dir", type=Path, default=HERE, help="has scenarios/ and transcripts/")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--scratch", default=None)
    parser.add_argument("--missing", action="store_true", help="only those without a transcript")
    parser.add_argument("--print", action="store_true", help="print, do not store")
    parser.add_argument("--check", action="store_true", help="run once, compare with the stored")
    parser.add_argument(
        "--no-netns", action="store_true", help="the machine's own network, no namespace"
    )
    return parser.parse_args()


def _chosen(options: argparse.Namespace) -> list[Path]:
    paths = all_scenarios(options.dir)
    if options.names:
        paths = [path for path in paths if path.stem in options.names]
    if options.missing:
        paths = [path for path in paths if not _transcript(options.dir, path.stem).exists()]
    return paths


def _record(scenario: Scenario, studio: Studio, options: argparse.Namespace) -> bool:
    if options.check:
        return _check(scenario, studio, options.dir)
    runs = [run_once(scenario, studio) for _ in range(options.runs)]
    is_stable = all(run == runs[0] for run in runs)
    is_good = is_stable and runs[0]["outcome"] == "done"
    if options.print:
        _say(*(json.dumps(run, indent=1) for run in runs))
    elif is_good:
        _store(scenario, runs, options.dir)
    else:
        _store_unstable(scenario, runs, options.dir)
    _say(f"{'ok  ' if is_good else 'FAIL' if is_stable else 'DIFF'} {scenario.name}")
    return is_good


def _check(scenario: Scenario, studio: Studio, folder: Path) -> bool:
    stored = _transcript(folder, scenario.name)
    expected = json.loads(stored.read_text())["log"] if stored.exists() else []
    run = run_once(scenario, studio)
    is_equal = run["log"] == expected
    _say(f"{'ok  ' if is_equal else 'DIFF'} {scenario.name}")
    if not is_equal:
        _say(run["outcome"], *(json.dumps(line) for line in run["log"] if line not in expected))
    return is_equal


def _store(scenario: Scenario, runs: list[dict[str, Any]], folder: Path) -> None:
    transcript = {
        "scenario": scenario.name,
        "browser": chromium.version(),
        "platform": "linux",
        "runs": len(runs),
        "log": runs[0]["log"],
    }
    if not scenario.is_manifest:
        transcript["manifest"] = scenario.manifest
    _write(_transcript(folder, scenario.name), transcript)


def _store_unstable(scenario: Scenario, runs: list[dict[str, Any]], folder: Path) -> None:
    for index, run in enumerate(runs):
        _write(folder / "unstable" / f"{scenario.name}.{index}.json", run)


def _write(path: Path, value: dict[str, Any]) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(value, indent=1, sort_keys=True) + "\n")


def _transcript(folder: Path, name: str) -> Path:
    return folder / "transcripts" / f"{name}.json"


def _say(*lines: str) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
