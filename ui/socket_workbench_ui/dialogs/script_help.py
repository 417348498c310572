"""Help for scripts: the calls of today, and where Chromium differs from its documentation."""

from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from socket_workbench.chrome.slips import SLIPS
from socket_workbench.panels.script_advice import MODERN_CALLS
from socket_workbench_ui.help_topics import slip_text
from socket_workbench_ui.marked_text import QT_TRANSLATE_NOOP
from socket_workbench_ui.texts import modern_call_text
from socket_workbench_ui.theme import Looks

WIDTH_PX, HEIGHT_PX = 760, 560


class ScriptHelp(QDialog):
    """A window of text beside the panel; it stays open while the user types."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scriptHelp")
        self.setWindowTitle(self.tr("Scripts"))
        self.resize(WIDTH_PX, HEIGHT_PX)
        self._looks = looks
        self._text = QTextBrowser()
        self._text.setObjectName("scriptHelpText")
        self._text.setAccessibleName(self.tr("Help for scripts"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(self._text)
        column.addWidget(buttons)
        looks.changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        border = self._looks.colour("border").name()
        style = f"td, th {{ padding: 4px; border: 1px solid {border}; }} h3 {{ margin-top: 14px; }}"
        self._text.document().setDefaultStyleSheet(style)
        self._text.setHtml(help_html())


def help_html() -> str:
    """All of the help, as simple HTML."""
    calls = "".join(
        f"<tr><td><code>chrome.{escape(old)}</code></td>"
        f"<td><code>{escape(modern_call_text(new))}</code></td></tr>"
        for old, new in MODERN_CALLS.items()
    )
    slips = "".join(
        f"<tr><td>{escape(slip_text(slip.chromium))}</td><td>{escape(slip_text(slip.documented))}</td></tr>"
        for slip in SLIPS.values()
    )
    early = _table(_said(_EARLY_GUIDES), _said(_INSTEAD), calls)
    compat = _table(_said(_CHROMIUM), _said(_DOCUMENTED), slips)
    return (
        f"<p>{_said(_INTRODUCTION)}</p><p>{_said(_KEYS)}</p>"
        f"<h3>{_said(_CALLS)}</h3><p>{_said(_EARLY)}</p>{early}"
        f"<h3>{_said(_COMPATIBILITY)}</h3><p>{_said(_SLIPS)}</p>{compat}"
    )


def _said(text: str) -> str:
    return QCoreApplication.translate("ScriptHelp", text)


def _table(left: str, right: str, rows: str) -> str:
    return f'<table cellspacing="0"><tr><th>{left}</th><th>{right}</th></tr>{rows}</table>'


_EARLY_GUIDES = QT_TRANSLATE_NOOP("ScriptHelp", "Early guides")
_INSTEAD = QT_TRANSLATE_NOOP("ScriptHelp", "Use instead")
_CHROMIUM = QT_TRANSLATE_NOOP("ScriptHelp", "as Chromium")
_DOCUMENTED = QT_TRANSLATE_NOOP("ScriptHelp", "as documented")
_CALLS = QT_TRANSLATE_NOOP("ScriptHelp", "Calls of today")
_COMPATIBILITY = QT_TRANSLATE_NOOP("ScriptHelp", "As Chromium, or as documented")
_INTRODUCTION = QT_TRANSLATE_NOOP(
    "ScriptHelp",
    "A script has chrome.sockets.tcp, tcpServer and udp, chrome.socket, chrome.system.network, "
    "chrome.runtime and chrome.storage.local as a Chrome App's background page has them, with "
    "console, timers, Blob, FileReader, TextEncoder, URL and crypto.getRandomValues. Methods "
    "whose callback may be left out, such as create and close, give a promise without one; the "
    "others need their callback, as in Chromium.",
)
_KEYS = QT_TRANSLATE_NOOP(
    "ScriptHelp",
    "F5 runs, Shift+F5 ends. Ctrl+F finds, Ctrl+G goes to a line, Ctrl+/ comments lines out, "
    "Ctrl+D repeats a line. In the console Enter goes to the place of an error and unfolds "
    "objects; below it expressions are evaluated in the script, with await.",
)
_EARLY = QT_TRANSLATE_NOOP(
    "ScriptHelp",
    "Guides of the first years create a socket with host, port and {onEvent: …}, connect it "
    "by id and callback alone, and read what is returned. Chromium refuses these forms with "
    "“No matching signature”, and so does this program.",
)
_SLIPS = QT_TRANSLATE_NOOP(
    "ScriptHelp",
    "In these places Chromium does something else than its documentation promises. “as "
    "Chromium” is exact, for code that has to run there; “as documented” keeps the promise.",
)
