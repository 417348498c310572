import json

from socket_workbench.session.json_schema import SCHEMA_ID, schema_file, schema_text


def test_published_schema_is_up_to_date() -> None:
    published = schema_file().read_text(encoding="utf-8")

    assert published == schema_text(), "run python -m socket_workbench.session.json_schema"


def test_schema_needs_no_network() -> None:
    tree = json.loads(schema_text())

    assert tree["$id"] == SCHEMA_ID
    assert SCHEMA_ID.startswith("urn:")


def test_schema_demands_the_version_and_each_panels_kind() -> None:
    definitions = json.loads(schema_text())["$defs"]

    assert "version" in definitions["Session"]["required"]
    assert "kind" in definitions["TcpClientEntry"]["required"]
