"""Marking of texts that are translated where they are shown, not where they stand."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001 - lupdate's own word
    """Mark `text` for translation; PySide's function of that name returns `object`."""
    return text
