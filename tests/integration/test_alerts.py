"""Errors of any panel are told to those who look elsewhere, once each."""

from dataclasses import replace
from typing import Any

import pytest

from socket_workbench.panels.messages import Message, Severity
from socket_workbench.panels.notice import Notice
from socket_workbench_ui.panel_kinds import KINDS, PanelKind
from support.desk import Desk
from support.stories import Tell

FAILURE = Notice(message=Message.CALL_FAILED, values={"method": "probe", "text": "it is wrong"})


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.module) for kind in KINDS])
def test_new_error_is_told_once(tell: Tell, kind: PanelKind) -> None:
    told: list[tuple[str, str]] = []

    async def story(desk: Desk) -> None:
        panels = desk.workbench.panels
        panel: Any = panels.open(kind.entry(title="mine"))
        panels.alerted.connect(lambda title, text: told.append((title, text)))
        state = panel.controller.state
        wrong = replace(state, notice=FAILURE)

        for shown in (wrong, wrong, state, replace(wrong, notice=None)):
            panel.show_state(shown)
        harmless = replace(FAILURE, severity=Severity.INFO)
        panel.show_state(replace(wrong, notice=harmless))

    tell(story)

    assert [title for title, _ in told] == ["mine"]
    assert "it is wrong" in told[0][1]
