"""Whatever a script does, the program goes on and the script can be stopped."""

import asyncio
import time

import psutil
import pytest

from socket_workbench.scripting.engine import EndReason
from support.scripts import running

GIB = 1 << 30
FILL = """
const kept = [];
for (let i = 0; i < 3000; i++) {
  const buffer = new ArrayBuffer(1 << 20);
  new Uint8Array(buffer).fill(i);
  kept.push(buffer);
}
"""


class Peak:
    """Highest memory of this process's children, and the longest pause of the loop."""

    def __init__(self) -> None:
        self.bytes, self.pause_s = 0, 0.0

    async def watch(self) -> None:
        this = psutil.Process()
        while True:
            began = time.monotonic()
            self.bytes = max(self.bytes, sum(one.memory_info().rss for one in this.children()))
            await asyncio.sleep(0.005)
            self.pause_s = max(self.pause_s, time.monotonic() - began)


async def test_3000_buffers_of_1_mib_are_stopped_below_1_gib() -> None:
    peak = Peak()
    watching = asyncio.get_running_loop().create_task(peak.watch())

    async with running(FILL) as run:
        (fault,) = run.watcher.faults
    watching.cancel()

    assert "Array buffer allocation failed" in fault.message
    assert (fault.file, fault.line) == ("1.js", 4)
    assert peak.bytes < GIB
    assert peak.pause_s < 0.5


async def test_a_script_that_catches_the_error_gets_no_more_either() -> None:
    source = (
        "let n = 0; const kept = []; try { "
        + FILL.replace("const kept = [];", "")
        + "} catch (e) {"
    )
    source += " console.log(kept.length < 600, e.name); }"

    async with running(source) as run:
        assert await run.until(1) == ["true RangeError"]


async def test_a_full_heap_ends_only_the_script() -> None:
    async with running(
        "setTimeout(() => { const a = []; for (;;) a.push({a: [a.length]}); }, 0)"
    ) as run:
        end = await run.ended()

    assert end.reason is EndReason.MEMORY


@pytest.mark.parametrize(
    "loop",
    ["for (;;);", "(function f() { Promise.resolve().then(f); })()"],
    ids=["loop", "microtasks"],
)
async def test_an_endless_script_is_stopped_at_once(loop: str) -> None:
    async with running(f"setTimeout(() => {{ console.log('in'); {loop} }}, 0)") as run:
        await asyncio.sleep(0.3)
        began = time.monotonic()
        await run.script.aclose()

    assert time.monotonic() - began < 1.5


async def test_output_of_a_busy_script_comes_meanwhile() -> None:
    async with running("setTimeout(() => { for (let n = 0;; n++) console.log(n); }, 0)") as run:
        assert (await run.until(1000))[:3] == ["0", "1", "2"]


async def test_a_busy_script_is_known_to_be_busy() -> None:
    async with running("setTimeout(() => { for (;;); }, 0)") as run:
        await asyncio.sleep(0.2)
        working = asyncio.get_running_loop().create_task(run.script.evaluate("1"))
        await asyncio.sleep(0.05)

        assert run.script.is_busy
        await run.script.aclose()
        await asyncio.wait([working])


async def test_close_ends_the_script_from_within() -> None:
    async with running("setInterval(() => {}, 10); setTimeout(() => window.close(), 20);") as run:
        await run.idle()

        assert run.watcher.is_closed


async def test_two_scripts_have_nothing_in_common() -> None:
    async with running("globalThis.x = 1") as one, running("globalThis.x = 2") as other:
        values = await asyncio.gather(one.script.evaluate("x"), other.script.evaluate("x"))

    assert values == [1, 2]
