"""The published JSON Schema of session files; `python -m socket_workbench.session.json_schema`."""

import json
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from socket_workbench.session.schema import FORMAT_VERSION, Session

SCHEMA_ID = f"urn:socket-workbench:schema:session-{FORMAT_VERSION}"
"""A name, not an address: nothing is fetched to check or to edit a session."""

FILE_NAME = f"session-{FORMAT_VERSION}.schema.json"


def schema_text() -> str:
    """The schema, made from the Structs, as the file's text."""
    _, definitions = msgspec.json.schema_components([Session], ref_template="#/$defs/{name}")
    tree: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": f"Socket Workbench session, format version {FORMAT_VERSION}",
        "$ref": "#/$defs/Session",
        "$defs": definitions,
    }
    return json.dumps(tree, indent=2) + "\n"


def schema_file() -> Path:
    """Where the published file lies in this installation."""
    return Path(str(files("socket_workbench_resources"))) / "schema" / FILE_NAME


if __name__ == "__main__":
    schema_file().parent.mkdir(exist_ok=True)
    schema_file().write_text(schema_text(), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{schema_file()}\n")
