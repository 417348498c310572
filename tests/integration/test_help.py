"""F1 opens the guide at the page about what has the focus; every page and link is there."""

import re
from importlib.resources import files

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QTextBrowser, QWidget

from socket_workbench_ui.help_topics import ABOUT, TOPICS, topic_about
from socket_workbench_ui.widgets.help_view import HelpView
from support.desk import Desk
from support.stories import Tell

GUIDE = files("socket_workbench_resources") / "help"
LANGUAGES = sorted(folder.name for folder in GUIDE.iterdir())


def guide(desk: Desk) -> HelpView:
    return desk.find(HelpView, "helpWindow", desk.window)


def test_every_panel_has_its_page(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newTcpClient")
        desk.find(QWidget, "hostEdit").setFocus()
        desk.do("help")
        await desk.until(guide(desk).isVisible)
        assert guide(desk).topic == "tcp-client"
        assert "TCP client" in desk.find(QTextBrowser, "helpPage", guide(desk)).toPlainText()
        guide(desk).close()

    tell(story)


@pytest.mark.parametrize("topic", TOPICS)
def test_page_is_filled_in(tell: Tell, topic: str) -> None:
    async def story(desk: Desk) -> None:
        desk.workbench.help.open_at(topic)
        text = desk.find(QTextBrowser, "helpPage", guide(desk)).toPlainText()
        assert len(text) > 100
        assert "{{" not in text
        guide(desk).close()

    tell(story)


def test_search_leaves_the_pages_that_hold_the_words(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.workbench.help.open_at("keys")
        find = desk.find(QLineEdit, "helpFind", guide(desk))
        find.setText("CONNECTION_REFUSED")
        pages = desk.find(QListWidget, "helpTopics", guide(desk))
        shown = [TOPICS[row] for row in range(pages.count()) if not pages.item(row).isHidden()]
        assert "codes" in shown
        assert "adapters" not in shown
        guide(desk).close()

    tell(story)


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_lead_to_pages(language: str) -> None:
    for topic in TOPICS:
        source = GUIDE / language / f"{topic}.md"
        text = source.read_text(encoding="utf-8")
        assert text.startswith("# ")
        for link in re.findall(r"\]\(([^)]+)\.md\)", text):
            assert link in TOPICS, f"{language}/{topic}.md"


def test_regions_have_pages() -> None:
    assert set(ABOUT.values()) <= set(TOPICS)


def test_every_region_that_f6_leads_to_has_its_page(tell: Tell) -> None:
    topics: list[str] = []

    async def story(desk: Desk) -> None:
        desk.do("newTcpClient")
        for _ in desk.window.regions_in_order():
            desk.do("nextRegion")
            topics.append(topic_about(QApplication.focusWidget()))

    tell(story, width=1440, height=900)

    assert TOPICS[0] not in topics
    assert {"window", "adapters", "data", "event-log"} == set(topics)
