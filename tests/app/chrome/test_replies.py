"""When a queue of replies hands over what it has."""

import asyncio

from socket_workbench.chrome.calls import ReplyQueue


async def test_replies_come_in_the_next_turn() -> None:
    queue, seen = ReplyQueue(), list[int]()

    queue.add(seen.append, 1)
    assert seen == []
    await asyncio.sleep(0)

    assert seen == [1]


async def test_held_replies_wait_for_the_release() -> None:
    queue, seen = ReplyQueue(), list[int]()

    queue.hold()
    queue.add(seen.append, 1)
    await asyncio.sleep(0)
    assert seen == []
    queue.release()

    assert seen == [1]


async def test_what_a_released_reply_adds_comes_in_the_next_turn() -> None:
    queue, seen = ReplyQueue(), list[int]()
    queue.hold()
    queue.add(lambda: queue.add(seen.append, 1))

    queue.release()
    assert seen == []
    await asyncio.sleep(0)

    assert seen == [1]
