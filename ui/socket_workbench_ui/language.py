"""The language of the window: which one is spoken, and the translations that Qt is given."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from importlib.resources import as_file, files
from typing import Literal, TypeAlias

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from socket_workbench.settings import Language

Spoken: TypeAlias = Literal["en", "de"]
SOURCE_LANGUAGE: Spoken = "en"
"""The one that the texts in the code are written in."""
LANGUAGES: Mapping[str, Spoken] = {"en": "en", "de": "de"}


def spoken(choice: Language) -> Spoken:
    """The language for a choice; for `system` the first of the user's that is spoken here."""
    if choice != "system":
        return choice
    for name in QLocale.system().uiLanguages():
        code = name.partition("-")[0]
        if code in LANGUAGES:
            return LANGUAGES[code]
    return SOURCE_LANGUAGE


@contextmanager
def speaking(app: QCoreApplication, choice: Language) -> Generator[Spoken]:
    """Translate all texts that are asked for in the block; enter it before the window is made."""
    language, before = spoken(choice), QLocale()
    QLocale.setDefault(QLocale(language) if choice != "system" else QLocale.system())
    translators = _translators(app, language)
    for translator in translators:  # the one installed last is asked first
        app.installTranslator(translator)
    try:
        yield language
    finally:
        for translator in translators:
            app.removeTranslator(translator)
        QLocale.setDefault(before)


def _translators(app: QCoreApplication, language: Spoken) -> list[QTranslator]:
    if language == SOURCE_LANGUAGE:
        return []
    of_qt, own = QTranslator(app), QTranslator(app)
    of_qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    with as_file(files("socket_workbench_resources") / "i18n") as folder:
        own.load(f"workbench_{language}", str(folder))
    return [of_qt, own]
