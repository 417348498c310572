"""TLS over a connected stream, with the bytes in memory (`ssl.MemoryBIO`)."""

import asyncio
import ssl
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from socket_workbench.net.errors import ResultCode, SocketError
from socket_workbench.net.events import Cause
from socket_workbench.net.tcp import Stream
from socket_workbench.net.tls_chromium import verdict
from socket_workbench.net.tls_trust import (
    TlsOptions,
    check_pin,
    client_context,
    server_name,
    tls_error,
)

HANDSHAKE_TIMEOUT_S: Final = 60.0
_CHUNK_BYTES: Final = 64 * 1024
_DRAIN_READS: Final = 16
_DER: Final = 2
"""`ENCODING_DER` of CPython's `_ssl`."""


@dataclass(frozen=True, slots=True)
class TlsDetails:
    """What was agreed on."""

    version: str
    """`TLSv1.3`."""
    cipher: str
    certificate: bytes
    """The peer's certificate in DER; empty when it has none."""
    chain: tuple[bytes, ...] = ()
    """What the peer sent, its own first; as it came, whether or not it was verified."""


class TlsStream:
    """A stream whose handshake is done; owns the plain one below."""

    tells_of_rest = False  # what it has decrypted the kernel knows nothing of

    def __init__(self, plain: Stream, context: ssl.SSLContext, *, host: str, server: bool) -> None:
        """Use `secure_client` or `secure_server`."""
        self._plain = plain
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(
            self._incoming,
            self._outgoing,
            server_side=server,
            server_hostname=None if server else host,
        )
        self._unsent = memoryview(b"")
        """Encrypted and not yet taken by the kernel."""
        self._taken = 0
        """Bytes at the start of the next `send` that are encrypted already."""
        self._may_wait = False
        """More may wait in the kernel: it has not been asked, or gave all that was asked for."""
        self._end: bytes | SocketError | None = None
        """How reading ended, for whoever asks again; empty when it was in order."""
        self._details: TlsDetails | None = None
        self.local, self.peer = plain.local, plain.peer

    @property
    def details(self) -> TlsDetails:
        """What was agreed on; views ask for it often, so it is looked up once."""
        if self._details is None:
            cipher = self._tls.cipher()
            self._details = TlsDetails(
                version=self._tls.version() or "",
                cipher=cipher[0] if cipher else "",
                certificate=self._tls.getpeercert(binary_form=True) or b"",
                chain=_chain_of(self._tls),
            )
        return self._details

    def judge(self, failure: SocketError | None) -> SocketError | None:
        """What Chromium says of a handshake that ended like this; see `verdict`."""
        return verdict(self._tls, _chain_of(self._tls), failure)

    async def handshake(self, first: bytes) -> None:
        """Agree with the peer; `first` are bytes that were read before."""
        if first:
            self._incoming.write(first)
        while True:
            try:
                self._tls.do_handshake()
            except ssl.SSLWantReadError:
                await self._flush()
                data = await self._plain.receive(_CHUNK_BYTES)
                if not data:
                    raise SocketError(ResultCode.CONNECTION_CLOSED, Cause.FIN) from None
                self._incoming.write(data)
            except ssl.SSLError as error:
                with suppress(SocketError):
                    self._flush_now()  # the alert, so that the peer knows
                raise tls_error(error) from error
            else:
                await self._flush()
                return

    def receive_now(self, limit: int) -> bytes | None:
        """As any stream's, of as many records as are there."""
        self._may_wait = True
        data = self._read_now(limit)
        if not data or len(data) == limit or not self._has_more:
            return data
        parts, left = [data], limit - len(data)
        while left and self._has_more:
            try:
                data = self._read_now(left)
            except SocketError:
                break  # told to whoever reads on
            if not data:
                break
            parts.append(data)
            left -= len(data)
        return b"".join(parts)

    @property
    def _has_more(self) -> bool:
        """Whether the end is not known and something waits in memory, or may in the kernel."""
        return self._end is None and bool(
            self._incoming.pending or self._may_wait or self._tls.pending()
        )

    def _read_now(self, limit: int) -> bytes | None:
        """What one record has."""
        if isinstance(self._end, SocketError):
            raise self._end
        if self._end is not None:
            return self._end
        try:
            data = self._decrypt(limit)
        except SocketError as error:
            self._end = error
            raise
        if data == b"":
            self._end = data
        return data

    def _decrypt(self, limit: int) -> bytes | None:
        while True:
            try:
                return self._tls.read(limit)
            except ssl.SSLWantReadError:
                data = self._plain.receive_now(_CHUNK_BYTES)
            except (ssl.SSLZeroReturnError, ssl.SSLEOFError):
                return b""
            except ssl.SSLError as error:
                raise tls_error(error) from error
            if data is None:
                self._may_wait = False
                self._flush_now()  # TLS answers by itself at times, to a key update for instance
                return None
            self._feed(data)

    async def receive(self, limit: int) -> bytes:
        while True:
            data = self.receive_now(limit)
            if data is not None:
                return data
            self._feed(await self._plain.receive(_CHUNK_BYTES))

    def tell(self, listener: Callable[[], None] | None) -> bool:
        if listener is not None:
            # What is decrypted or waits in memory makes no socket readable.
            asyncio.get_running_loop().call_soon(listener)
        return self._plain.tell(listener)

    def _feed(self, data: bytes) -> None:
        self._may_wait = len(data) == _CHUNK_BYTES
        if data:
            self._incoming.write(data)
        else:
            self._incoming.write_eof()

    def send_now(self, data: memoryview) -> int:
        sent = 0
        while sent < len(data) and not self._unsent:
            piece = data[sent : sent + _CHUNK_BYTES]
            self._encrypt(piece)
            if self._flush_now():
                sent += len(piece)
            else:
                self._taken = len(piece)
        return sent

    async def send(self, data: memoryview) -> None:
        sent, self._taken = self._taken, 0
        await self._flush()
        while sent < len(data):
            piece = data[sent : sent + _CHUNK_BYTES]
            self._encrypt(piece)
            await self._flush()
            sent += len(piece)

    def _encrypt(self, piece: memoryview) -> None:
        try:
            self._tls.write(piece)
        except ssl.SSLError as error:
            raise tls_error(error) from error

    def _collect(self) -> None:
        if self._outgoing.pending:
            self._unsent = memoryview(bytes(self._unsent) + self._outgoing.read())

    def _flush_now(self) -> bool:
        """Send what the kernel takes; true when nothing is left."""
        self._collect()
        if self._unsent:
            self._unsent = self._unsent[self._plain.send_now(self._unsent) :]
        return not self._unsent

    async def _flush(self) -> None:
        while not self._flush_now():
            waiting, self._unsent = self._unsent, memoryview(b"")
            await self._plain.send(waiting)

    def close(self) -> None:
        """Say goodbye if that goes at once, and close."""
        with suppress(SocketError, ssl.SSLError):
            try:
                self._tls.unwrap()
            finally:
                self._flush_now()
        self._drain()
        self._plain.close()

    def _drain(self) -> None:
        """Take what is unread, such as session tickets: closing over it would reset the peer."""
        with suppress(SocketError):
            for _ in range(_DRAIN_READS):
                if not self._plain.receive_now(_CHUNK_BYTES):
                    return

    def reset(self) -> None:
        self._plain.reset()


def _chain_of(tls: ssl.SSLObject) -> tuple[bytes, ...]:
    """Certificates in DER as the peer sent them."""
    if sys.version_info >= (3, 13):
        return tuple(tls.get_unverified_chain())
    # Only the object below has it before 3.13; truststore relies on that in the same way.
    found = vars(tls)["_sslobj"].get_unverified_chain()
    return tuple(one.public_bytes(_DER) for one in found or ())


async def secure_client(
    plain: Stream, host: str, options: TlsOptions, first: bytes = b""
) -> TlsStream:
    """Become a TLS client on a connected stream, which is closed when this fails.

    Args:
        plain: Nobody else may read or write it any more.
        host: As given to connect; the certificate must be for it.
        options: Versions and trust.
        first: Bytes that were read from the stream and belong to the handshake.

    Raises:
        SocketError: A net error code of the `SSL_` or `CERT_` family, or of the connection.
    """
    try:
        stream = TlsStream(plain, client_context(options), host=server_name(host), server=False)
        if options.as_chromium:
            await _shake_hands_as_chromium(stream, first)
        else:
            await _shake_hands(stream, first)
        check_pin(options, stream.details.certificate)
    except BaseException:
        plain.close()
        raise
    return stream


async def secure_server(plain: Stream, context: ssl.SSLContext) -> TlsStream:
    """Become a TLS server on an accepted stream, which is closed when this fails.

    Raises:
        SocketError: The client's fault, or the connection's.
    """
    try:
        stream = TlsStream(plain, context, host="", server=True)
        await _shake_hands(stream, b"")
    except BaseException:
        plain.close()
        raise
    return stream


async def _shake_hands_as_chromium(stream: TlsStream, first: bytes) -> None:
    try:
        await _shake_hands(stream, first)
    except SocketError as error:
        raise stream.judge(error) or error from error
    failure = stream.judge(None)
    if failure is not None:
        raise failure


async def _shake_hands(stream: TlsStream, first: bytes) -> None:
    try:
        async with asyncio.timeout(HANDSHAKE_TIMEOUT_S):
            await stream.handshake(first)
    except TimeoutError:
        raise SocketError(ResultCode.TIMED_OUT, Cause.TIMEOUT) from None
