"""A server whose every connection is closed at the end, also one that nobody has looked at yet."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def accepting(
    listener: socket.socket, handler: Handler, **options: Any
) -> AsyncGenerator[None]:
    """Run `handler` for every connection until the block is left.

    asyncio's own servers lose a connection that came just before they close.

    Args:
        listener: Listening; closed at the end.
        handler: Gets a stream; when it returns the connection is closed.
        options: As `loop.connect_accepted_socket` takes them, `ssl` for instance.
    """
    loop = asyncio.get_running_loop()
    running: set[asyncio.Task[None]] = set()
    listener.setblocking(False)

    def accept() -> None:
        with contextlib.suppress(BlockingIOError):
            connection, _ = listener.accept()
            connection.setblocking(False)
            task = loop.create_task(_serve(connection, handler, options))
            running.add(task)
            task.add_done_callback(running.discard)

    loop.add_reader(listener.fileno(), accept)
    try:
        yield
    finally:
        loop.remove_reader(listener.fileno())
        listener.close()
        await asyncio.sleep(0)  # a task that never ran would not close its connection
        for task in (tasks := tuple(running)):
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)


async def _serve(connection: socket.socket, handler: Handler, options: dict[str, Any]) -> None:
    loop = asyncio.get_running_loop()
    made: asyncio.Future[asyncio.StreamWriter] = loop.create_future()
    reader = asyncio.StreamReader()
    protocol = asyncio.StreamReaderProtocol(reader, lambda _, writer: made.set_result(writer))
    with contextlib.suppress(OSError, asyncio.CancelledError):
        try:
            await loop.connect_accepted_socket(lambda: protocol, connection, **options)
        except BaseException:
            connection.close()
            raise
        writer = made.result()
        try:
            await handler(reader, writer)
        finally:
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()
