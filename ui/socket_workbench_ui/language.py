"""The language of the window: which one is spoken, and the translations that Qt is given."""

from collections.abc import Mapping
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


def speak(app: QCoreApplication, choice: Language) -> Spoken:
    """Translate all texts that are asked for from now on; call it before the window is made."""
    language = spoken(choice)
    QLocale.setDefault(QLocale(language) if choice != "system" else QLocale.system())
    if language != SOURCE_LANGUAGE:
        own = QTranslator(app)
        with as_file(files("socket_workbench_resources") / "i18n") as folder:
            own.load(f"workbench_{language}", str(folder))
        qts = QTranslator(app)
        qts.load(
            f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        )
        for translator in (qts, own):  # the one installed last is asked first
            app.installTranslator(translator)
    return language
