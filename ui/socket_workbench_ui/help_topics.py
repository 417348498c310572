"""The user guide: which pages there are, and which one is about what has the focus."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.resources import files

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from socket_workbench.chrome.slips import SLIPS

FALLBACK_LANGUAGE = "en"
TOPICS = (
    "first-steps",
    "window",
    "tcp-client",
    "tcp-server",
    "udp",
    "multicast",
    "script",
    "legacy",
    "composer",
    "conversation",
    "event-log",
    "data",
    "adapters",
    "files",
    "keys",
    "slips",
    "codes",
)
"""In reading order; each is a file `NAME.md` in the language's folder, headed by its title."""

ABOUT: Mapping[str, str] = {
    "tcpClientPanel": "tcp-client",
    "tcpServerPanel": "tcp-server",
    "udpPanel": "udp",
    "multicastPanel": "multicast",
    "scriptPanel": "script",
    "legacyPanel": "legacy",
    "composer": "composer",
    "conversation": "conversation",
    "eventLogDock": "event-log",
    "panelTabs": "window",
    "hexView": "data",
    "dataInspector": "data",
    "dataView": "data",
    "socketTree": "window",
    "socketInfo": "window",
    "adapterTable": "adapters",
    "throughputGraph": "window",
    "settingsDialog": "keys",
    "startPage": "first-steps",
}
"""Object names of widgets, and the page about them; what has none is about its parent's."""


def topic_about(widget: QWidget | None) -> str:
    """The page about a widget, or about the nearest parent that has one."""
    while widget is not None:
        if widget.objectName() in ABOUT:
            return ABOUT[widget.objectName()]
        widget = widget.parentWidget()
    return TOPICS[0]


def page(topic: str, language: str, insets: Mapping[str, Callable[[], str]]) -> str:
    """A page as Markdown, in `language` or else in English.

    A line `{{name}}` is replaced by what `insets[name]` gives.
    """
    text = _source(topic, language)
    for name, make in insets.items():
        if (mark := f"{{{{{name}}}}}") in text:
            text = text.replace(mark, make())
    return text


@cache
def _source(topic: str, language: str) -> str:
    guide = files("socket_workbench_resources") / "help"
    source = guide / language / f"{topic}.md"
    if not source.is_file():
        source = guide / FALLBACK_LANGUAGE / f"{topic}.md"
    return source.read_text(encoding="utf-8")


def title_of(markdown: str) -> str:
    """The heading that a page begins with."""
    return markdown.splitlines()[0].lstrip("# ").strip()


def table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table."""
    lines = [list(headings)]
    lines.append(["---"] * len(lines[0]))
    lines.extend([cell.replace("|", "\\|") for cell in row] for row in rows)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def slips_table(headings: Iterable[str]) -> str:
    """Where Chromium contradicts its documentation, one row each."""
    rows = ((slip_text(slip.chromium), slip_text(slip.documented)) for slip in SLIPS.values())
    return table(headings, rows)


def slip_text(text: str) -> str:
    """Half of a slip in the user's language; the translations' collector knows the table."""
    return QCoreApplication.translate("Slips", text)
