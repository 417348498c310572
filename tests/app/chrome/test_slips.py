"""The guide tells of every place where the two compatibilities differ."""

from pathlib import Path

import pytest

from socket_workbench.chrome.slips import SLIPS, Slip

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_slip_stands_in_the_guide_with_its_scenario(slip: Slip) -> None:
    guide = (ROOT / "README.md").read_text("utf-8")

    assert f"| {slip.chromium} | {slip.documented} | `{slip.scenario}` |" in guide


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_scenario_of_a_slip_exists(slip: Slip) -> None:
    assert (ROOT / f"tests/conformance/scenarios/{slip.scenario}.js").exists()
