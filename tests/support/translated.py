"""Languages: what the translators wrote, and a home whose user has chosen one."""

from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

from socket_workbench.folders import Folders

I18N = files("socket_workbench_resources") / "i18n"
LANGUAGES = ("de",)


def translations(language: str) -> dict[tuple[str, str], str]:
    """Context and source to translation."""
    text = (I18N / f"workbench_{language}.ts").read_text(encoding="utf-8")
    found: dict[tuple[str, str], str] = {}
    for context in ElementTree.fromstring(text).iter("context"):
        for message in context.iter("message"):
            key = context.findtext("name", ""), message.findtext("source", "")
            found[key] = message.findtext("translation", "")
    return found


def choose_language(home: Path, language: str) -> None:
    """Let the windows of this home speak `language` from the next one on."""
    settings = Folders(config=home / "config", state=home / "state").settings_file
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(f'{{"language": "{language}"}}', encoding="utf-8")
