"""The process in which V8 runs a script; started by `ScriptEngine`, ended by closing its socket.

V8 takes its whole process along when it runs out of memory, counts no ArrayBuffers against its
limit (3,000 of 1 MiB ran to 3 GB), and cannot be stopped everywhere. So it has one of its own,
with a bound on its memory, that can be killed at any time.

JavaScript drives: its event loop (`loop.js`) calls `turn`, which sends what the script asked
for and waits for what comes. Nothing is handed from thread to thread on that way: a turn costs
30 microseconds there and back where an `eval` per turn costs 200.
"""

import json
import os
import select
import socket
import sys
import threading
import time
import traceback
from collections.abc import Callable
from functools import partial
from typing import Any, Final

from socket_workbench.scripting import questions
from socket_workbench.scripting.faults import Fault, ScriptError
from socket_workbench.scripting.meeting import join
from socket_workbench.scripting.memory import limit_memory
from socket_workbench.scripting.rejections import Rejections
from socket_workbench.scripting.v8 import V8
from socket_workbench.scripting.wire import (
    HEADER_BYTES,
    LEAVE,
    Header,
    pack_into,
    unpack_header,
)

SOURCES: Final = (
    *("loop", "preview", "console", "packages", "clone", "events", "window"),
    *("text", "url", "crypto", "files", "checker", "chrome", "runtime", "storage"),
)
"""Our own JavaScript after `base` and `wire`, in the order in which it is run."""

# Slots of the control block; wire.js has the same.
OUT_TEXT, OUT_DATA, OUT_FLAGS, WAIT_MS, TIMERS = range(5)
IN_TEXT, IN_DATA, IN_FLAGS, NOW_MS = range(5, 9)
SYNC_TEXT, SYNC_DATA = 9, 10

INFINITE: Final = float("inf")

GLANCE_BYTES: Final = 1 << 16
"""What is read at first, before it is known how long a frame is."""

BROKEN: Final = 70
"""Exit status when something of ours went wrong."""


class ScriptHost:
    """One V8 with our sources in it, at one end of a socket."""

    def __init__(self, channel: socket.socket) -> None:
        self._channel = channel
        self._began_s = time.monotonic()
        self._seen = 0
        self._told: int = 0
        self._told_timers = 0
        self._left = threading.Event()
        self._job: list[Any] | None = None
        self._answer: bytes = b""
        self._have = self._used = 0  # bytes in the incoming buffer, and of the last frame in it
        config = json.loads(self._first_text())
        limit_mb = config["memoryBytes"] >> 20
        self._v8 = V8(("--single-threaded", f"--max-old-space-size={limit_mb}"))
        self._set_up(config)
        # V8 gives up where it has no room for the object of a buffer that does not fit.
        self._v8.collect()
        limit_memory(config["memoryBytes"])
        channel.sendall(Header(0, 0).pack())

    def run(self) -> None:
        """Serve until the other side closes."""
        while True:
            self._v8.call(self._start)
            self._left.wait()
            self._left.clear()
            if self._job is None:
                return
            self._evaluate(*self._job)

    def _set_up(self, config: dict[str, Any]) -> None:
        v8 = self._v8
        v8.evaluate(f"globalThis.__workbench = {{configText: {json.dumps(json.dumps(config))}}}")
        for name, signal in (("turn", self._turn), ("tell", self._tell_more), ("sync", self._sync)):
            v8.add_signal("__workbench", name, _guarded(signal))
        self._run_source("base")
        self._run_source("wire")
        buffers = "__workbench.buffers."
        self._control = v8.share(f"{buffers}control").cast("d")
        self._incoming = v8.share(f"{buffers}incoming")
        self._out_text = v8.share(f"{buffers}outText")
        self._out_data = v8.share(f"{buffers}outData")
        self._sync_bytes = v8.share(f"{buffers}sync")
        for name in SOURCES:
            self._run_source(name)
        self._watch_rejections()
        self._start = v8.function("__workbench.start")
        self._watch = v8.function("__workbench.watchLoad")
        self._show = v8.function("__workbench.showResult")
        v8.evaluate("delete globalThis.__workbench")
        self._control[NOW_MS] = self._now_ms()

    def _watch_rejections(self) -> None:
        try:
            rejections = self._rejections = Rejections(self._v8)
        except LookupError:
            return  # base.js watches what it can
        begin = partial(rejections.begin, "__workbench", "onRejection")
        self._v8.add_signal("__workbench", "watchRejections", _guarded(begin))
        self._v8.evaluate("__workbench.watchRejections(); __workbench.seesRejections = true")

    def _run_source(self, name: str) -> None:
        text = (questions.SCRIPTS / f"{name}.js").read_text(encoding="utf-8")
        self._v8.evaluate(text, f"workbench:{name}.js")

    def _evaluate(self, number: int, name: str, source: str, is_shown: bool) -> None:
        """Run a script; the answer follows what it asked for."""
        fault: Fault | None = None
        value: Any = None
        self._control[NOW_MS] = self._now_ms()
        try:
            place = name.replace(" ", "%20")
            if is_shown:
                self._v8.evaluate(source, place, result_to=self._show)
            else:
                value = self._v8.evaluate(source, place, promise_to=self._watch)
        except ScriptError as error:
            fault = error.fault
        members = None if fault is None else {key: getattr(fault, key) for key in fault.__slots__}
        self._answer = json.dumps([["v", number, members, value, None]]).encode()

    # ---- called by JavaScript, on V8's thread ----------------------------------------------

    def _turn(self) -> None:
        """Send, then wait for a frame until the time is over."""
        control = self._control
        self._tell(self._seen)
        if self._answer:
            header = Header(len(self._answer), 0, 0, self._told_timers, self._seen)
            self._channel.sendall(header.pack() + self._answer)
            self._answer = b""
        wait_ms = control[WAIT_MS]
        is_there = self._have > self._used or wait_ms == INFINITE
        if is_there or select.select([self._channel], [], [], wait_ms / 1000)[0]:
            self._take()
        control[NOW_MS] = self._now_ms()

    def _tell_more(self) -> None:
        """Send what there is in the middle of a frame, which is not done with yet."""
        self._tell(self._told)

    def _tell(self, seen: int) -> None:
        """Send what there is, or at least how far we are when that is news."""
        control = self._control
        text, data, timers = int(control[OUT_TEXT]), int(control[OUT_DATA]), int(control[TIMERS])
        if not (text or data or seen != self._told or timers != self._told_timers):
            return
        self._told, self._told_timers = seen, timers
        pack_into(self._out_text, 0, text, data, int(control[OUT_FLAGS]), timers, seen)
        head = self._out_text[: HEADER_BYTES + text]
        if data:
            self._send_both(head, self._out_data[:data])
        else:
            self._channel.sendall(head)

    def _sync(self) -> None:
        """Answer a question at once."""
        control, shared = self._control, self._sync_bytes
        text, data = int(control[SYNC_TEXT]), int(control[SYNC_DATA])
        question = json.loads(bytes(shared[:text]))
        value, found = questions.answer(question, bytes(shared[text : text + data]))
        answer = json.dumps(value).encode()
        shared[: len(answer)] = answer
        shared[len(answer) : len(answer) + len(found)] = found
        control[SYNC_TEXT], control[SYNC_DATA] = len(answer), len(found)

    # ---- the socket --------------------------------------------------------------------------

    def _take(self) -> None:
        """Receive one frame into the buffer that JavaScript reads; some of the next may follow."""
        incoming = self._incoming
        left = self._have - self._used
        if left:
            incoming[:left] = incoming[self._used : self._have]
        self._have, self._used = left, 0
        if not self._fill(HEADER_BYTES, GLANCE_BYTES):
            self._leave(None)
            return
        header = unpack_header(incoming)
        self._seen += 1
        size = header.text_bytes + header.data_bytes
        self._used = HEADER_BYTES + size
        if header.flags & LEAVE:
            self._leave(json.loads(self._long_text(size)))
            return
        self._fill(self._used, self._used)
        control = self._control
        control[IN_TEXT], control[IN_DATA] = header.text_bytes, header.data_bytes
        control[IN_FLAGS] = header.flags

    def _fill(self, needed: int, wanted: int) -> bool:
        """Have `needed` bytes in the buffer, and as many up to `wanted` as are there.

        False when the other side has closed.
        """
        while self._have < needed:
            count = self._channel.recv_into(self._incoming[self._have : wanted])
            if not count:
                return False
            self._have += count
        return True

    def _long_text(self, size: int) -> bytes:
        """The text of a frame that may be longer than the buffer."""
        have = min(self._have - HEADER_BYTES, size)
        text = bytearray(size)
        text[:have] = self._incoming[HEADER_BYTES : HEADER_BYTES + have]
        self._receive(memoryview(text)[have:])
        if size > have:
            self._have = self._used = 0
        return bytes(text)

    def _leave(self, job: list[Any] | None) -> None:
        """Let V8 go for something that needs it; `None`: for good."""
        self._job = job
        self._control[IN_FLAGS] = LEAVE
        self._left.set()

    def _receive(self, target: memoryview) -> bool:
        """Fill `target`; false when the other side has closed."""
        at = 0
        while at < len(target):
            count = self._channel.recv_into(target[at:])
            if not count:
                return False
            at += count
        return True

    def _send_both(self, head: memoryview, data: memoryview) -> None:
        if not hasattr(self._channel, "sendmsg"):  # Windows
            self._channel.sendall(head)
            self._channel.sendall(data)
            return
        sent = self._channel.sendmsg((head, data))
        if sent < len(head):
            self._channel.sendall(head[sent:])
        if sent < len(head) + len(data):
            self._channel.sendall(data[max(0, sent - len(head)) :])

    def _first_text(self) -> bytes:
        header = bytearray(HEADER_BYTES)
        self._receive(memoryview(header))
        text = bytearray(unpack_header(header).text_bytes)
        self._receive(memoryview(text))
        return bytes(text)

    def _now_ms(self) -> float:
        return (time.monotonic() - self._began_s) * 1000


def _guarded(signal: Callable[[], None]) -> Callable[[], None]:
    """Nothing may be thrown into V8; what is wrong here ends the process."""

    def run() -> None:
        try:
            signal()
        except Exception:  # noqa: BLE001 - the border to V8
            traceback.print_exc()
            sys.stderr.flush()
            os._exit(BROKEN)

    return run


def _end_with_parent() -> None:
    """End when the program is gone, even while the script loops."""
    os.read(0, 1)
    os._exit(0)


def main(place: str) -> None:
    """Serve at the socket that `meeting.spawn` made until it is closed."""
    with join(place) as channel:
        threading.Thread(target=_end_with_parent, daemon=True).start()
        ScriptHost(channel).run()


if __name__ == "__main__":
    main(sys.argv[1])
