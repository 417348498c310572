"""The practice HTTP server: one connection's requests and answers, framed by h11."""

import asyncio
from email.utils import formatdate
from http import HTTPStatus

import h11

from socket_workbench.practice.pages import Page, Request, answer, phrase, plain

CHUNK_BYTES = 64 * 1024
HEAD_LIMIT_BYTES = 64 * 1024
BODY_LIMIT_BYTES = 16 * 1024 * 1024
IDLE_S = 75.0
"""How long a request may take to come, and to go on."""
LINGER_S = 2.0
BODILESS = (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED)


class BodyTooLargeError(Exception):
    """A request's body is larger than we keep."""


async def serve_http(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer requests until the peer leaves, falls silent or no longer speaks HTTP."""
    conversation = _Conversation(reader, writer)
    try:
        while await conversation.answer_next():
            pass
    except h11.RemoteProtocolError as error:
        await conversation.refuse(error.error_status_hint, f"{error}\n")
    except BodyTooLargeError:
        text = f"Bodies may have {BODY_LIMIT_BYTES} bytes.\n"
        await conversation.refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, text)


class _Conversation:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self._h11 = h11.Connection(h11.SERVER, max_incomplete_event_size=HEAD_LIMIT_BYTES)

    async def answer_next(self) -> bool:
        """Take one request and answer it; say whether another may follow."""
        head = await self._next_event()
        if not isinstance(head, h11.Request):
            return False
        request = Request(
            method=head.method.decode("ascii"),
            target=head.target.decode("latin-1"),
            headers=tuple(
                (name.decode("latin-1"), value.decode("latin-1")) for name, value in head.headers
            ),
            body=await self._body(),
        )
        await self._send_page(answer(request), has_body=request.method != "HEAD")
        if self._h11.our_state is not h11.DONE or self._h11.their_state is not h11.DONE:
            return False
        self._h11.start_next_cycle()
        return True

    async def refuse(self, status: int, text: str) -> None:
        """Say what is wrong, if the answer has not begun, and end the conversation."""
        if self._h11.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            page = plain(status, text, headers=(("Connection", "close"),))
            await self._send_page(page, has_body=True)
        await self._linger()

    async def _body(self) -> bytes:
        body = bytearray()
        while isinstance(event := await self._next_event(), h11.Data):
            body += event.data
            if len(body) > BODY_LIMIT_BYTES:
                raise BodyTooLargeError
        return bytes(body)

    async def _next_event(self) -> object:
        while (event := self._h11.next_event()) is h11.NEED_DATA:
            if self._h11.they_are_waiting_for_100_continue:
                await self._send(h11.InformationalResponse(status_code=100, headers=[]))
            async with asyncio.timeout(IDLE_S):
                data = await self._reader.read(CHUNK_BYTES)
            self._h11.receive_data(data)
        return event

    async def _send_page(self, page: Page, *, has_body: bool) -> None:
        await self._send(
            h11.Response(
                status_code=page.status,
                reason=phrase(page.status).encode("ascii"),
                headers=_headers(page),
            )
        )
        if has_body:
            for chunk in page.body():
                await self._send(h11.Data(data=chunk))
                await asyncio.sleep(0)  # drain alone never gives way while the peer keeps up
        await self._send(h11.EndOfMessage())

    async def _send(self, event: h11.Event) -> None:
        if data := self._h11.send(event):
            self._writer.write(data)
            await self._writer.drain()

    async def _linger(self) -> None:
        """Read on a while: closing on unread bytes would reset away the answer just sent."""
        if self._writer.can_write_eof():
            self._writer.write_eof()
        async with asyncio.timeout(LINGER_S):
            while await self._reader.read(CHUNK_BYTES):
                pass


def _headers(page: Page) -> list[tuple[str, str]]:
    headers = [("Date", formatdate(usegmt=True)), ("Server", "socket-workbench"), *page.headers]
    if page.status not in BODILESS:
        headers.append(("Content-Type", page.content_type))
        if page.length is not None:
            headers.append(("Content-Length", str(page.length)))
    return headers
