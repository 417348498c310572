"""Scripts where processes inherit no descriptors and the loop watches no sockets, as on Windows."""

import contextlib
import socket
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from typing import IO

import pytest

from socket_workbench.scripting import meeting
from support.chrome_apps import echo, serving
from support.scripts import running

GUEST = """
import sys
from socket_workbench.scripting.meeting import join
end = join(sys.argv[1])
end.sendall(b"here")
end.recv(1)
"""


@pytest.fixture
def strangers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meeting, "INHERITS", False)


@pytest.fixture
def errors() -> Iterator[IO[bytes]]:
    with tempfile.TemporaryFile() as file:
        yield file


def python(source: str) -> Callable[[str], list[str]]:
    return lambda place: [sys.executable, "-c", source, place]


@pytest.mark.usefixtures("strangers")
async def test_a_script_talks_over_a_port_of_loopback() -> None:
    async with serving(echo) as port:
        source = f"""
        chrome.sockets.tcp.create({{}}, ({{socketId}}) => {{
          let got = 0;
          chrome.sockets.tcp.onReceive.addListener((info) => {{
            got += info.data.byteLength;
            if (got === 3000000) {{
              console.log("all", new Uint8Array(info.data).at(-1));
              chrome.sockets.tcp.close(socketId);
            }}
          }});
          chrome.sockets.tcp.connect(socketId, "127.0.0.1", {port}, () =>
            chrome.sockets.tcp.send(socketId, new Uint8Array(3000000).fill(7), () => {{}}));
        }});"""

        async with running(source) as run:
            await run.idle()

            assert run.watcher.texts == ["all 7"]


@pytest.mark.usefixtures("strangers")
async def test_a_looping_script_is_stopped() -> None:
    async with running("console.log('on'); setTimeout(() => { for (;;); }, 0)") as run:
        assert await run.until(1) == ["on"]


@pytest.mark.usefixtures("strangers")
def test_a_guest_without_the_token_is_turned_away(errors: IO[bytes]) -> None:
    places: list[str] = []

    def command(place: str) -> list[str]:
        places.append(place)
        threading.Thread(target=intrude, args=(int(place.partition(":")[2]),)).start()
        return python(GUEST)(place)

    end, process = meeting.spawn(command, errors)

    with end, process:
        assert end.recv(4) == b"here"
        end.close()
        process.communicate()
    assert len(places) == 1


def intrude(port: int) -> None:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)) as stranger:
        stranger.sendall(bytes(meeting.TOKEN_BYTES))
        stranger.recv(1)


@pytest.mark.usefixtures("strangers")
def test_a_child_that_does_not_come_is_an_error(errors: IO[bytes]) -> None:
    with pytest.raises(OSError, match="did not come"):
        meeting.spawn(python("pass"), errors)


def test_a_child_inherits_its_end(errors: IO[bytes]) -> None:
    end, process = meeting.spawn(python(GUEST), errors)

    with end, process:
        assert end.recv(4) == b"here"
        end.close()
        process.communicate()
