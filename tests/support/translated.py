"""What the translators wrote, read from their own files."""

from importlib.resources import files
from xml.etree import ElementTree

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
