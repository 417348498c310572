"""The script and legacy panels as a session file keeps them."""

from typing import Literal, TypeAlias

from msgspec import Struct

from socket_workbench.session.fields import DataView, FilledText

CompatChoice: TypeAlias = Literal["chromium", "documented"]
BytesChoice: TypeAlias = Literal["text", "hex", "base64"]


class ScriptEntry(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    rename="camel",
    tag_field="kind",
    tag="script",
):
    """One script panel."""

    title: FilledText
    text: str = ""
    """What stands in the editor, saved as a file of its own or not."""
    file: str = ""
    """Path of the file that `text` came from or was saved to; empty when it has none."""
    app_folder: str = ""
    """Path of the Chrome App that is run instead of the text; empty without."""
    compat: CompatChoice = "chromium"
    drafts: dict[str, str] = {}
    """Texts of the app's files that were not saved, by the file's name in the folder."""
    expressions: tuple[str, ...] = ()
    """What was typed into the console, oldest first."""


class LegacyCallEntry(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="camel"
):
    """One call of `chrome.socket` with its arguments as typed."""

    method: FilledText
    arguments: dict[str, str] = {}
    """By the names of the signatures; empty ones are left out of the call."""
    data_format: BytesChoice = "text"
    """How an argument of bytes is written."""


class LegacyEntry(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    rename="camel",
    tag_field="kind",
    tag="legacy",
):
    """One panel for the calls of `chrome.socket`."""

    title: FilledText
    call: LegacyCallEntry = LegacyCallEntry(method="create")
    """What stands in the form."""
    history: tuple[LegacyCallEntry, ...] = ()
    """Calls made before, oldest first."""
    view: DataView = "text"
