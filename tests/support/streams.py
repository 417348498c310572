"""Both ends of real connections."""

from socket_workbench.net.listener import listen
from socket_workbench.net.tcp import TcpStream, open_stream


async def plain_pair() -> tuple[TcpStream, TcpStream]:
    """Client and server of a connection over loopback; the caller closes both."""
    listener = listen("127.0.0.1", 0)
    client = await open_stream(["127.0.0.1"], listener.local.port)
    server = await listener.accept()
    listener.close()
    return client, server
