"""The filter language: what matches, and what is wrong where."""

import asyncio
from pathlib import Path

import pytest

from socket_workbench.capture import database
from socket_workbench.capture.query import (
    Expected,
    Query,
    QueryError,
    accepted,
    conversation,
    parse,
)
from socket_workbench.capture.reader import CaptureReader
from socket_workbench.capture.records import Direction
from socket_workbench.capture.saving import save_copy
from socket_workbench.capture.schema import STORED_FROM_BYTES
from socket_workbench.capture.store import Capture

CODES = {"OK": 0, "CONNECTION_CLOSED": -100, "CONNECTION_REFUSED": -102}


async def record(path: Path) -> None:
    """Seven rows, whose numbers the tests use."""
    capture = await Capture.create(path)
    tcp, udp = (
        capture.add_socket(context="window", namespace=namespace, socket_id=3)
        for namespace in ("sockets.tcp", "sockets.udp")
    )
    one = capture.call(tcp, "sockets.tcp.connect", '[3,"localhost",80]', at_ns=1)
    capture.finish(one, done_ns=2, code=-102, result="-102", cause="ECONNREFUSED")
    two = capture.call(
        tcp, "sockets.tcp.send", "[3]", at_ns=3, data=b"GET / HTTP/1.1", direction=Direction.OUT
    )
    capture.finish(two, done_ns=4, code=0, result="{}")
    data = b"\x00\xffhttp/1.1 200 \xc3\xa4"
    capture.event(tcp, "sockets.tcp.onReceive", at_ns=5, data=data, direction=Direction.IN)
    capture.event(tcp, "sockets.tcp.onReceiveError", at_ns=6, code=-100, cause="FIN")
    capture.event(
        udp,
        "sockets.udp.onReceive",
        at_ns=7,
        data=b'say "hi"',
        peer="127.0.0.1:9",
        direction=Direction.IN,
    )
    capture.note("capture.started", at_ns=8, arguments="it's 100% sure_")
    capture.call(udp, "sockets.udp.close", "[3]", at_ns=9)
    await capture.aclose()


def matching(reader: CaptureReader, query: Query) -> list[int]:
    return list(reader.matching(query, after=0, upto=reader.count())[0])


@pytest.fixture(
    scope="module",
    params=[
        pytest.param((STORED_FROM_BYTES, "run.swcap"), id="all within"),
        pytest.param((1, "run.swcap"), id="all beside"),
        pytest.param((14, "run.swcap"), id="both"),
        pytest.param((1, "copy.swcap"), id="copy"),
    ],
)
def reader(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):
    """A capture whose data lies in the database, beside it, or in a copy made from there."""
    stored_from_bytes, name = request.param
    folder = tmp_path_factory.mktemp("query")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "STORED_FROM_BYTES", stored_from_bytes)
        asyncio.run(record(folder / "run.swcap"))
    asyncio.run(save_copy(folder / "run.swcap", folder / "copy.swcap"))
    reader = CaptureReader(folder / name)
    yield reader
    reader.close()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [1, 2, 3, 4, 5, 6, 7]),
        ("   ", [1, 2, 3, 4, 5, 6, 7]),
        ("http", [2, 3]),
        ("HTTP/1.1", [2, 3]),
        ('"GET /"', [2]),
        ("ä", [3]),
        (r'"\"hi\""', [5]),
        ("127.0.0.1:9", [5]),
        ("localhost", [1]),
        ("econnrefused", [1]),
        ("refused", [1]),
        ("connection_closed", [4]),
        ("it's", [6]),
        ("100%", [6]),
        ("sure_", [6]),
        ("onreceive", [3, 4, 5]),
        ("socket:3", [1, 2, 3, 4, 5, 7]),
        ("socket:tcp/3", [1, 2, 3, 4]),
        ("socket:udp/*", [5, 7]),
        ("socket:4", []),
        ("NOT socket:3", [6]),
        ("dir:in", [3, 5]),
        ("dir:OUT", [2]),
        ("event:onReceive", [3, 5]),
        ("event:sockets.tcp.onReceive", [3]),
        ("event:tcp", [1, 2, 3, 4]),
        ("code:<0", [1, 4]),
        ("code:>=0", [2]),
        ("code:-102", [1]),
        ("code:!=0", [1, 4]),
        ("code:connection_refused", [1]),
        ("NOT code:<0", [2, 3, 5, 6, 7]),
        ("code:<0 OR dir:out", [1, 2, 4]),
        ("socket:tcp/3 dir:in", [3]),
        ("socket:tcp/3 AND dir:in OR event:close", [3, 7]),
        ("socket:tcp/3 AND (dir:in OR event:close)", [3]),
        ("NOT (dir:in OR dir:out) socket:3", [1, 4, 7]),
        ("NOT NOT dir:in", [3, 5]),
        ('event:"onReceive"', [3, 5]),
        ("and", []),
    ],
)
def test_filter_finds_what_it_says(reader: CaptureReader, text: str, expected: list[int]) -> None:
    assert matching(reader, parse(text, codes=CODES)) == expected


@pytest.mark.parametrize(
    ("text", "position", "expected"),
    [
        ("socket:", 7, Expected.SOCKET),
        ("socket:abc", 7, Expected.SOCKET),
        ("socket:tls/1", 7, Expected.SOCKET),
        ("dir:in dir:sideways", 11, Expected.DIRECTION),
        ("code:<", 5, Expected.CODE),
        ("code:NO_SUCH_CODE", 5, Expected.CODE),
        ("event:", 6, Expected.EVENT),
        ("colour:red", 0, Expected.FIELD),
        ("(dir:in", 7, Expected.CLOSING_PARENTHESIS),
        ("dir:in)", 6, Expected.OPENING_PARENTHESIS),
        ("()", 1, Expected.TERM),
        ("dir:in AND", 10, Expected.TERM),
        ("OR dir:in", 0, Expected.TERM),
        ("NOT", 3, Expected.TERM),
        ('say "hi', 4, Expected.CLOSING_QUOTE),
    ],
)
def test_wrong_filter_is_marked_at_its_place(text: str, position: int, expected: Expected) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text, codes=CODES)

    assert (caught.value.position, caught.value.expected) == (position, expected)


def test_matching_can_be_asked_in_slices(reader: CaptureReader) -> None:
    query = parse("socket:3")

    assert list(reader.matching(query, after=2, upto=5)[0]) == [3, 4, 5]
    assert list(reader.matches(query, [7, 6, 1])[0]) == [1, 7]


def test_empty_filter_knows_that_it_lets_everything_pass() -> None:
    assert parse("").is_everything
    assert not parse("x").is_everything


@pytest.mark.parametrize(
    ("peers", "expected"),
    [((), [2, 3, 5]), (("127.0.0.1:9", "localhost:9"), [5]), (("127.0.0.1:8",), [])],
    ids=["everybody", "two names of one", "nobody"],
)
def test_conversation_narrows_to_peers(
    reader: CaptureReader, peers: tuple[str, ...], expected: list[int]
) -> None:
    assert matching(reader, conversation((1, 2), peers=peers)) == expected


async def test_conversation_has_empty_datagrams(tmp_path: Path) -> None:
    capture = await Capture.create(tmp_path / "run.swcap")
    udp = capture.add_socket(context="window", namespace="sockets.udp", socket_id=1)
    capture.event(udp, "sockets.udp.onReceive", at_ns=1, direction=Direction.IN)
    capture.event(udp, "sockets.udp.onReceiveError", at_ns=2, code=-142)
    await capture.aclose()
    reader = CaptureReader(tmp_path / "run.swcap")

    found = matching(reader, conversation((udp,)))
    reader.close()

    assert found == [1]


async def test_all_that_a_listener_accepted_is_one_conversation(tmp_path: Path) -> None:
    capture = await Capture.create(tmp_path / "run.swcap")
    keys = [
        capture.add_socket(
            context="window", namespace="sockets.tcp", socket_id=number, parent=parent
        )
        for number, parent in enumerate((None, 7, 8, 7), 1)
    ]
    for key in keys:
        data = f"from {key}".encode()
        capture.event(key, "sockets.tcp.onReceive", at_ns=key, data=data, direction=Direction.IN)
    await capture.aclose()
    reader = CaptureReader(tmp_path / "run.swcap")

    assert matching(reader, accepted((7,))) == [2, 4]
    assert matching(reader, accepted((7,), "from 4")) == [4]
    reader.close()


@pytest.mark.parametrize(
    ("found", "ids"),
    [
        pytest.param("http", [2, 3], id="text"),
        pytest.param(b"HTTP", [2], id="bytes"),
        pytest.param(b"http", [3], id="bytes in another case"),
    ],
)
def test_conversation_is_searched(
    reader: CaptureReader, found: str | bytes, ids: list[int]
) -> None:
    assert matching(reader, conversation([1], found)) == ids
