"""A multicast panel without a window, driven by lines of JSON; run in a namespace of its own.

The adapter to join on and to send from is on the command line.
"""

import asyncio
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from socket_workbench.panels.multicast_state import MulticastOptions, MulticastTarget
from support.datagrams import MulticastPanel, joined, multicast_panel


async def main(adapter: str) -> None:
    """Answer orders until there are no more."""
    async with multicast_panel(MulticastOptions(shared=True, adapter=adapter)) as panel:
        while line := await asyncio.to_thread(sys.stdin.readline):
            answer = await obey(panel, adapter, **json.loads(line))
            sys.stdout.write(json.dumps(answer) + "\n")
            sys.stdout.flush()


async def obey(
    panel: MulticastPanel, adapter: str, *, do: str, group: str = "", port: str = ""
) -> dict[str, object]:
    """Carry one order out."""
    target = MulticastTarget(group, port, adapter)
    if do == "join":
        await panel.join(target)
        return {"joined": joined(panel.state)}
    if do == "send":
        return {"sent": await panel.controller.send(f"{group} by {adapter}".encode(), target)}
    await panel.until(lambda _: bool(panel.capture.named("sockets.udp.onReceive")))
    rows = panel.capture.named("sockets.udp.onReceive")
    panel.capture.entries.clear()
    return {"heard": [row.data.decode() for row in rows]}


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
