import codecs
import contextlib
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socket_workbench.session import codec
from socket_workbench.session.codec import decode, encode
from socket_workbench.session.errors import SessionError, SessionProblem
from socket_workbench.session.fields import ComposerEntry, Preset
from socket_workbench.session.schema import Session
from socket_workbench.session.tcp_entries import TcpClientEntry
from support.sessions import FULL

PATH = Path("work.swb")

any_text = st.text(st.characters(exclude_categories=()))  # lone surrogates too
filled_text = st.text(st.characters(exclude_categories=()), min_size=1)
presets = st.builds(Preset, name=filled_text, text=any_text, file=any_text, key=any_text)
tcp_clients = st.builds(
    TcpClientEntry,
    title=filled_text,
    host=any_text,
    port=st.none() | st.integers(0, 65535),
    buffer_size=st.none() | st.integers(1, 2**31 - 1),
    keep_alive_delay_s=st.integers(0, 2**31 - 1),
    composer=st.builds(ComposerEntry, text=any_text, file=any_text),
    presets=st.lists(presets, max_size=3).map(tuple),
)
sessions = st.builds(
    Session,
    version=st.just(1),
    panels=st.lists(tcp_clients, max_size=3).map(tuple),
    current_panel=st.just(0),
    capture=any_text,
)


def panel(**fields: Any) -> bytes:
    return json.dumps(
        {"version": 1, "panels": [{"kind": "tcpClient", "title": "a", **fields}]}
    ).encode()


def error_of(data: bytes) -> SessionError:
    with pytest.raises(SessionError) as caught:
        decode(data, PATH)
    return caught.value


@given(sessions)
def test_what_was_encoded_decodes_to_the_same(session: Session) -> None:
    assert decode(encode(session, PATH), PATH) == session


def test_every_field_comes_back() -> None:
    assert decode(encode(FULL, PATH), PATH) == FULL


def test_text_is_stable_indented_and_ends_with_a_newline() -> None:
    text = encode(Session(version=1, panels=(TcpClientEntry(title="ü"),)), PATH).decode()

    assert text.startswith('{\n  "version": 1,\n  "panels": [\n    {\n      "kind": "tcpClient",\n')
    assert '"title": "ü"' in text
    assert text.endswith('"capture": ""\n}\n')


def test_defaults_are_written_so_that_later_ones_do_not_change_old_files() -> None:
    tree = json.loads(encode(Session(version=1, panels=(TcpClientEntry(title="a"),)), PATH))

    assert tree["panels"][0]["keepAliveDelayS"] == 0


def test_schema_reference_is_kept() -> None:
    session = decode(b'{"$schema": "../session.schema.json", "version": 1}', PATH)

    assert json.loads(encode(session, PATH))["$schema"] == "../session.schema.json"


def test_byte_order_mark_is_accepted() -> None:
    assert decode(codecs.BOM_UTF8 + b'{"version": 1}', PATH) == Session(version=1)


def test_every_shortened_file_is_called_truncated() -> None:
    data = encode(FULL, PATH).rstrip()

    problems = {
        error_of(data[:length]).problem
        for length in range(1, len(data))
        if _is_whole_text(data[:length])
    }

    assert problems == {SessionProblem.TRUNCATED}


def _is_whole_text(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


@pytest.mark.parametrize(
    ("data", "problem", "values"),
    [
        pytest.param(b"", SessionProblem.EMPTY, {}, id="empty"),
        pytest.param(b" \n\t", SessionProblem.EMPTY, {}, id="blank"),
        pytest.param(b"\xef\xbb\xbf", SessionProblem.EMPTY, {}, id="mark-alone"),
        pytest.param(
            b'{\n  "version": oops}',
            SessionProblem.NOT_JSON,
            {"line": 2, "column": 14, "detail": "Expecting value"},
            id="word",
        ),
        pytest.param(
            b'{"version": 1} more',
            SessionProblem.NOT_JSON,
            {"line": 1, "column": 16, "detail": "Extra data"},
            id="trailing",
        ),
        pytest.param(
            b'{"capture": "NaN \\" NaN",\n "version": NaN}',
            SessionProblem.NOT_JSON,
            {"line": 2, "column": 13, "detail": "NaN is no JSON number"},
            id="nan",
        ),
        pytest.param(
            b'{"version": -Infinity}',
            SessionProblem.NOT_JSON,
            {"line": 1, "column": 13, "detail": "-Infinity is no JSON number"},
            id="infinity",
        ),
        pytest.param(
            b'{"version": 1, "version": 1}',
            SessionProblem.DUPLICATE_FIELD,
            {"field": "version"},
            id="twice",
        ),
        pytest.param(
            '{"version": 1}'.encode("utf-16"),
            SessionProblem.NOT_UTF8,
            {"encoding": "UTF-16"},
            id="utf-16",
        ),
        pytest.param(
            '{"version": 1}'.encode("utf-16-le"),
            SessionProblem.NOT_UTF8,
            {"encoding": "UTF-16"},
            id="utf-16-without-mark",
        ),
        pytest.param(
            '{"version": 1}'.encode("utf-32"),
            SessionProblem.NOT_UTF8,
            {"encoding": "UTF-32"},
            id="utf-32",
        ),
        pytest.param(
            '{"version": 1}'.encode("utf-32-be"),
            SessionProblem.NOT_UTF8,
            {"encoding": "UTF-32"},
            id="utf-32-without-mark",
        ),
        pytest.param(
            '{"version": 1,\n "capture": "größe"}'.encode("latin-1"),
            SessionProblem.NOT_UTF8,
            {"line": 2, "column": 16},
            id="latin-1",
        ),
        pytest.param(b"[" * 100_000, SessionProblem.TOO_DEEP, {}, id="nested"),
        pytest.param(b"SQLite format 3\0...", SessionProblem.IS_CAPTURE, {}, id="capture"),
    ],
)
def test_what_is_no_json_is_refused(
    data: bytes, problem: SessionProblem, values: dict[str, object]
) -> None:
    error = error_of(data)

    assert (error.problem, error.values) == (problem, values)
    assert error.path == PATH


@pytest.mark.parametrize(
    ("data", "problem", "place", "values"),
    [
        pytest.param(
            b"[1]",
            SessionProblem.WRONG_TYPE,
            "$",
            {"expected": "object", "found": "array"},
            id="no-object",
        ),
        pytest.param(
            b"{}", SessionProblem.MISSING_FIELD, "$", {"field": "version"}, id="no-version"
        ),
        pytest.param(
            b'{"version": 2}',
            SessionProblem.NEWER_VERSION,
            "$.version",
            {"version": 2, "supported": 1},
            id="newer",
        ),
        pytest.param(
            b'{"version": 0}',
            SessionProblem.OUT_OF_RANGE,
            "$.version",
            {"expected": ">= 1", "found": 0},
            id="version-0",
        ),
        pytest.param(
            b'{"version": "1"}',
            SessionProblem.WRONG_TYPE,
            "$.version",
            {"expected": "integer", "found": "string"},
            id="version-text",
        ),
        pytest.param(
            b'{"version": true}',
            SessionProblem.WRONG_TYPE,
            "$.version",
            {"expected": "integer", "found": "boolean"},
            id="version-true",
        ),
        pytest.param(
            panel(port="x"),
            SessionProblem.WRONG_TYPE,
            "$.panels[0].port",
            {"expected": "integer | null", "found": "string"},
            id="port-text",
        ),
        pytest.param(
            panel(port=70000),
            SessionProblem.OUT_OF_RANGE,
            "$.panels[0].port",
            {"expected": "<= 65535", "found": 70000},
            id="port-70000",
        ),
        pytest.param(
            panel(port=-1),
            SessionProblem.OUT_OF_RANGE,
            "$.panels[0].port",
            {"expected": ">= 0", "found": -1},
            id="port-negative",
        ),
        pytest.param(
            panel(port=10**200),
            SessionProblem.OUT_OF_RANGE,
            "$.panels[0].port",
            {"expected": "<= 65535", "found": "1" + "0" * 79 + "…"},
            id="port-huge",
        ),
        pytest.param(
            panel(title=""),
            SessionProblem.OUT_OF_RANGE,
            "$.panels[0].title",
            {"expected": "length >= 1", "found": ""},
            id="title-empty",
        ),
        pytest.param(
            panel(dns="ipv5"),
            SessionProblem.UNKNOWN_VALUE,
            "$.panels[0].dns",
            {"found": "ipv5"},
            id="dns",
        ),
        pytest.param(
            panel(kind="teapot"),
            SessionProblem.UNKNOWN_VALUE,
            "$.panels[0].kind",
            {"found": "teapot"},
            id="kind",
        ),
        pytest.param(
            b'{"version": 1, "panels": [{"title": "a"}]}',
            SessionProblem.MISSING_FIELD,
            "$.panels[0]",
            {"field": "kind"},
            id="no-kind",
        ),
        pytest.param(
            panel(prot=1),
            SessionProblem.UNKNOWN_FIELD,
            "$.panels[0]",
            {"field": "prot"},
            id="unknown-field",
        ),
        pytest.param(
            panel(presets=[{"name": "x"}, {}]),
            SessionProblem.MISSING_FIELD,
            "$.panels[0].presets[1]",
            {"field": "name"},
            id="preset-without-name",
        ),
        pytest.param(
            b'{"version": 1, "currentPanel": 1}',
            SessionProblem.OUT_OF_RANGE,
            "$.currentPanel",
            {"expected": "<= 0", "found": 1},
            id="current",
        ),
    ],
)
def test_wrong_content_is_refused_with_its_place(
    data: bytes, problem: SessionProblem, place: str, values: dict[str, object]
) -> None:
    error = error_of(data)

    assert (error.problem, error.place, error.values) == (problem, place, values)


def test_number_of_too_many_digits_is_refused() -> None:
    error = error_of(b'{"version": ' + b"1" * 5000 + b"}")

    assert error.problem is SessionProblem.INVALID


def test_too_large_a_file_is_refused_with_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codec, "SIZE_LIMIT_BYTES", 10)

    error = error_of(b'{"version": 1}')

    assert (error.problem, error.values) == (SessionProblem.TOO_LARGE, {"limit_bytes": 10})


def test_session_that_could_not_be_read_back_is_not_encoded() -> None:
    session = Session(version=1, panels=(TcpClientEntry(title="a", port=70000),))

    with pytest.raises(SessionError) as caught:
        encode(session, PATH)

    assert caught.value.place == "$.panels[0].port"


@given(
    st.binary()
    | st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(["version", "panels", "kind", "title", "port", "presets"]), inner
            )
        ),
    ).map(lambda tree: json.dumps(tree).encode())
)
def test_any_bytes_give_a_session_or_a_session_error(data: bytes) -> None:
    with contextlib.suppress(SessionError):
        assert msgspec.to_builtins(decode(data, PATH))["version"] == 1
