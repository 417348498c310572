"""Scenario files: their header, and the app manifest they run under."""

import copy
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
HARNESS = HERE / "harness.js"

DEFAULT_TIMEOUT_MS = 25000

DEFAULT_MANIFEST: dict[str, Any] = {
    "name": "conformance",
    "version": "1.0",
    "manifest_version": 2,
    "minimum_chrome_version": "33",
    "app": {"background": {"scripts": ["bg.js"]}},
    "sockets": {
        "tcp": {"connect": "*"},
        "tcpServer": {"listen": "*"},
        "udp": {"bind": "*", "send": "*", "multicastMembership": ""},
    },
    "permissions": [
        {
            "socket": [
                "tcp-connect",
                "tcp-listen",
                "udp-bind",
                "udp-send-to",
                "udp-multicast-membership",
                "resolve-host",
                "network-state",
            ]
        },
        "system.network",
    ],
}

_HEADER = re.compile(r"/\*\s*@scenario\s*(\{.*?\})\s*\*/", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Scenario:
    """One file of `scenarios/`."""

    path: Path
    header: dict[str, Any]
    source: str

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def is_manifest(self) -> bool:
        """Whether it has no script, only manifests to load or refuse (`cases`)."""
        return self.header.get("kind") == "manifest"

    @property
    def timeout_ms(self) -> int:
        return self.header.get("timeoutMs", DEFAULT_TIMEOUT_MS)

    @property
    def manifest(self) -> dict[str, Any]:
        """The app's manifest."""
        return manifest_with(self.header.get("manifest", {}))

    @property
    def cases(self) -> list[tuple[str, dict[str, Any]]]:
        """Label and manifest of every case of a manifest scenario."""
        return [(case["label"], manifest_with(case["manifest"])) for case in self.header["cases"]]


def read_scenario(path: Path) -> Scenario:
    """Read one file; the header is a JSON comment, `/* @scenario {...} */`.

    With `"uses": "NAME"` in it, `NAME.js` beside the harness comes before the scenario.
    """
    source = path.read_text(encoding="utf-8")
    match = _HEADER.search(source)
    header = json.loads(match.group(1)) if match else {}
    if used := header.get("uses"):
        source = (HERE / f"{used}.js").read_text(encoding="utf-8") + source
    return Scenario(path, header, source)


def all_scenarios(folder: Path = HERE) -> list[Path]:
    """Every scenario file under `folder`, in the order of their names."""
    return sorted((folder / "scenarios").glob("*.js"))


def manifest_with(members: dict[str, Any]) -> dict[str, Any]:
    """The default manifest with `members` put over it; a `None` there removes the member."""
    manifest = copy.deepcopy(DEFAULT_MANIFEST)
    for key, value in members.items():
        if value is None:
            manifest.pop(key, None)
        else:
            manifest[key] = value
    return manifest
