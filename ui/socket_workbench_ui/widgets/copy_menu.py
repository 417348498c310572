"""The menus that take bytes along in a form, and an action as a program."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from socket_workbench.bytesview.hexdump import CopyFormat, copy_text
from socket_workbench.panels.copying import Action, Language
from socket_workbench.panels.programs import can_write, program_of
from socket_workbench_ui.widgets.hex_menus import COPY_NAMES, format_name

CONTEXT = "CopyMenu"
BYTES_TITLE = QT_TRANSLATE_NOOP("CopyMenu", "Copy bytes as")
PROGRAM_TITLE = QT_TRANSLATE_NOOP("CopyMenu", "Copy as program")
LANGUAGES = {
    Language.JAVASCRIPT: QT_TRANSLATE_NOOP("CopyMenu", "JavaScript for chrome.sockets"),
    Language.PYTHON: QT_TRANSLATE_NOOP("CopyMenu", "Python asyncio"),
    Language.SOCAT: QT_TRANSLATE_NOOP("CopyMenu", "socat command"),
    Language.NCAT: QT_TRANSLATE_NOOP("CopyMenu", "ncat command"),
}

BytesOf = Callable[[], bytes]


def add_bytes_menu(menu: QMenu, read: BytesOf | None) -> QMenu:
    """Add the ways to copy what `read` gives when one is chosen; grey when it is `None`."""
    forms = menu.addMenu(_tr(BYTES_TITLE))
    forms.setObjectName("copyBytesMenu")
    forms.setEnabled(read is not None)
    for form in COPY_NAMES:
        action = forms.addAction(format_name(form))
        action.setObjectName(f"copyBytes-{form.value}")
        if read is not None:
            action.triggered.connect(partial(_copy_bytes, read, form))
    return forms


def add_program_menu(menu: QMenu, action: Action | None) -> QMenu:
    """Add the languages in which `action` can be written; grey when there is none."""
    programs = menu.addMenu(_tr(PROGRAM_TITLE))
    programs.setObjectName("copyProgramMenu")
    programs.setEnabled(action is not None)
    for language, name in LANGUAGES.items():
        entry = programs.addAction(_tr(name))
        entry.setObjectName(f"copyProgram-{language.value}")
        entry.setEnabled(action is not None and can_write(action, language))
        if action is not None:
            entry.triggered.connect(partial(_copy_program, action, language))
    return programs


def _copy_bytes(read: BytesOf, form: CopyFormat, _checked: bool = False) -> None:
    QGuiApplication.clipboard().setText(copy_text(read(), form))


def _copy_program(action: Action, language: Language, _checked: bool = False) -> None:
    QGuiApplication.clipboard().setText(program_of(action, language))


def _tr(text: object) -> str:
    return QCoreApplication.translate(CONTEXT, str(text))
