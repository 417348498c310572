import asyncio
import json
from collections.abc import AsyncIterator

import h11
import pytest

from socket_workbench.practice import http_service
from socket_workbench.practice.server import PracticeKind, PracticeServer


class Client:
    """One connection, reading answers with h11's client side."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self._h11 = h11.Connection(h11.CLIENT)

    async def ask(
        self, target: str, *, method: str = "GET", body: bytes = b"", **headers: str
    ) -> tuple[h11.Response, bytes]:
        if self._h11.our_state is h11.DONE:
            self._h11.start_next_cycle()
        head = {
            "Host": "here",
            **({"Content-Length": str(len(body))} if body else {}),
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
        request = h11.Request(method=method, target=target, headers=list(head.items()))
        data = self._h11.send(request) or b""
        data += (self._h11.send(h11.Data(data=body)) or b"") if body else b""
        data += self._h11.send(h11.EndOfMessage()) or b""
        self._writer.write(data)
        return await self._answer()

    async def raw(self, data: bytes) -> bytes:
        self._writer.write(data)
        return await self._reader.read(-1)

    async def _answer(self) -> tuple[h11.Response, bytes]:
        response, body = None, b""
        while not isinstance(event := self._h11.next_event(), h11.EndOfMessage):
            if event is h11.NEED_DATA:
                self._h11.receive_data(await self._reader.read(65536))
            elif isinstance(event, h11.Response):
                response = event
            elif isinstance(event, h11.Data):
                body += event.data
        assert response is not None
        return response, body


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    async with PracticeServer(PracticeKind.HTTP) as server:
        reader, writer = await asyncio.open_connection(server.endpoint.host, server.endpoint.port)
        yield Client(reader, writer)
        writer.transport.abort()
        await asyncio.sleep(0)


def header(response: h11.Response, name: bytes) -> bytes | None:
    return dict(response.headers).get(name)


async def test_front_page_is_html(client: Client) -> None:
    response, body = await client.ask("/")

    assert response.status_code == 200
    assert header(response, b"content-type") == b"text/html; charset=utf-8"
    assert b"<h1>It works.</h1>" in body


async def test_json_tells_the_request(client: Client) -> None:
    _, body = await client.ask("/json?a=1", X_Test="yes")

    assert json.loads(body) == {
        "method": "GET",
        "target": "/json?a=1",
        "headers": {"host": "here", "x-test": "yes"},
    }


@pytest.mark.parametrize("number", [0, 1, 65536, 1_000_001])
async def test_bytes_gives_that_many(client: Client, number: int) -> None:
    response, body = await client.ask(f"/bytes/{number}")

    assert header(response, b"content-length") == str(number).encode()
    assert body == (bytes(range(256)) * (number // 256 + 1))[:number]


async def test_stream_comes_in_chunks(client: Client) -> None:
    response, body = await client.ask("/stream/3")

    assert header(response, b"transfer-encoding") == b"chunked"
    assert body == b"line 1 of 3\nline 2 of 3\nline 3 of 3\n"


@pytest.mark.parametrize("status", [200, 204, 301, 304, 404, 418, 503, 599])
async def test_status_is_as_asked(client: Client, status: int) -> None:
    response, body = await client.ask(f"/status/{status}")

    assert response.status_code == status
    assert body.startswith(b"" if status in (204, 304) else str(status).encode())


async def test_echo_returns_the_body_with_its_type(client: Client) -> None:
    response, body = await client.ask(
        "/echo", method="POST", body=b"a" * 300_000, Content_Type="text/x"
    )

    assert header(response, b"content-type") == b"text/x"
    assert body == b"a" * 300_000


async def test_client_that_waits_for_continue_is_told_to(client: Client) -> None:
    response, body = await client.ask("/echo", method="POST", body=b"abc", Expect="100-continue")

    assert (response.status_code, body) == (200, b"abc")


async def test_one_connection_carries_many_requests(client: Client) -> None:
    answers = [await client.ask(f"/bytes/{number}") for number in range(5)]

    assert [len(body) for _, body in answers] == [0, 1, 2, 3, 4]


async def test_pipelined_requests_are_answered_in_order(client: Client) -> None:
    one = b"GET /status/201 HTTP/1.1\r\nHost: a\r\n\r\n"
    two = b"GET /status/202 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"

    answer = await client.raw(one + two)

    assert answer.index(b"201 Created") < answer.index(b"202 Accepted")


async def test_head_has_no_body(client: Client) -> None:
    response, body = await client.ask("/bytes/1000", method="HEAD")

    assert (header(response, b"content-length"), body) == (b"1000", b"")


async def test_http_1_0_ends_with_the_connection(client: Client) -> None:
    answer = await client.raw(b"GET /stream/2 HTTP/1.0\r\n\r\n")

    assert answer.endswith(b"\r\n\r\nline 1 of 2\nline 2 of 2\n")


@pytest.mark.parametrize(
    ("method", "target", "status"),
    [
        ("GET", "/nowhere", 404),
        ("GET", "/bytes/", 404),
        ("GET", "/bytes/-1", 404),
        ("GET", "/bytes/99999999999999999999", 404),
        ("GET", "/bytes/1/2", 404),
        ("GET", "/status/99", 404),
        ("GET", "/status/100", 404),
        ("GET", "/status/600", 404),
        ("DELETE", "/", 405),
        ("GET", "/echo", 405),
        ("CONNECT", "example.org:443", 405),
    ],
)
async def test_what_is_not_there_says_so(
    client: Client, method: str, target: str, status: int
) -> None:
    answer = await client.raw(
        f"{method} {target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode()
    )

    assert answer.startswith(f"HTTP/1.1 {status} ".encode())


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"hello\r\n\r\n", b"400"),
        (b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"a" * 1_000_000, b"431"),
        (
            b"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n"
            b"Transfer-Encoding: nonsense\r\n\r\n",
            b"501",
        ),
    ],
    ids=["words", "tls", "no-host", "huge-head", "transfer-encoding"],
)
async def test_what_is_no_http_gets_an_answer_and_an_end(
    client: Client, data: bytes, status: bytes
) -> None:
    answer = await client.raw(data)

    assert answer.split(b" ")[1] == status


async def test_too_large_a_body_is_refused(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_service, "BODY_LIMIT_BYTES", 1000)

    answer = await client.raw(
        b"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2000\r\n\r\n" + bytes(2000)
    )

    assert answer.startswith(b"HTTP/1.1 413 ")


async def test_silent_client_is_let_go(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_service, "IDLE_S", 0.01)

    assert await client.raw(b"GET / HT") == b""
