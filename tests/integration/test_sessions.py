"""All that was typed or chosen, in panels of every kind, comes back with the session's file."""

from pathlib import Path

import pytest

from socket_workbench.session.schema import PanelEntry
from socket_workbench_ui.panel_kinds import KINDS, PanelKind, kind_of
from support.desk import Desk, save_session
from support.every_field import EVERY_KIND, all_kinds, left_at_default
from support.scripts import write_app
from support.stories import Tell

MANIFEST = {
    "name": "Probe",
    "version": "1",
    "manifest_version": 2,
    "app": {"background": {"scripts": ["main.js"]}},
}
EACH_KIND = pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.module) for kind in KINDS])


def full(kind: PanelKind, folder: Path) -> PanelEntry:
    return next(entry for entry in all_kinds(folder) if kind_of(entry) is kind)


@EACH_KIND
def test_the_samples_leave_out_no_field(kind: PanelKind, tmp_path: Path) -> None:
    assert len(EVERY_KIND) == len(KINDS)
    assert list(left_at_default(full(kind, tmp_path))) == []


@EACH_KIND
def test_every_field_comes_back_with_the_file(tell: Tell, tmp_path: Path, kind: PanelKind) -> None:
    entry, file = full(kind, tmp_path), tmp_path / "built.swb"
    (tmp_path / "mine.js").write_text("saved();\n")
    (tmp_path / "data.bin").write_bytes(b"data")
    write_app(tmp_path / "app", MANIFEST, main="console.log('disk')")

    async def build(desk: Desk) -> None:
        panel = desk.workbench.panels.open(entry)
        await desk.until(lambda: panel.entry() == entry)
        await save_session(desk, file)

    async def come_back(desk: Desk) -> None:
        desk.workbench.document.open_requested(file)
        await desk.until(lambda: desk.workbench.panels.session().panels == (entry,))
        # The adapters are known later; what is chosen there stays, whether it exists or not.
        await desk.until(lambda: bool(desk.workbench.adapters.adapters))
        assert desk.workbench.panels.session().panels == (entry,)

    tell(build, come_back)
