"""What a responder answers: rules over reads and lines, replies, order, speed limits."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from msgspec.structs import replace

from socket_workbench.panels.responder_rules import RuleFault, compile_rule
from socket_workbench.panels.responder_talk import HOLD_BYTES, Talk
from socket_workbench.panels.responders import Responder, RuleState, Units
from socket_workbench.session.tcp_entries import ReplyEntry, ResponderEntry, RuleEntry
from socket_workbench.tasks import TaskScope
from support.logs import fail_test

CATASTROPHE = "(a|a)*$"


@dataclass
class Partner:
    """A client that keeps what it is answered."""

    replies: list[bytes] = field(default_factory=list)
    holds: list[bool] = field(default_factory=list)
    parted: list[bool] = field(default_factory=list)
    takes: asyncio.Event = field(default_factory=asyncio.Event)
    is_broken: bool = False

    async def reply(self, data: bytes) -> bool:
        await self.takes.wait()
        self.replies.append(data)
        return not self.is_broken

    def hold(self, *, is_held: bool) -> None:
        self.holds.append(is_held)

    async def part(self, *, is_reset: bool) -> None:
        self.parted.append(is_reset)


@dataclass
class Bench:
    """A responder with one client."""

    responder: Responder
    partner: Partner
    talk: Talk
    slept_s: list[float]

    async def say(self, *reads: bytes) -> list[bytes]:
        """Let the client send these reads; what it has been answered so far."""
        for data in reads:
            self.talk.take(data)
        await self.talk.idle()
        return self.partner.replies


@asynccontextmanager
async def bench(entry: ResponderEntry, *, takes: bool = True) -> AsyncGenerator[Bench]:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        await asyncio.sleep(0)

    responder, partner = Responder(), Partner()
    responder.apply(entry)
    if takes:
        partner.takes.set()
    async with TaskScope(on_error=fail_test) as scope:
        yield Bench(
            responder, partner, Talk(responder, partner, scope, name="t", sleep=sleep), slept
        )


def rules(*entries: RuleEntry, **rest: str) -> ResponderEntry:
    return ResponderEntry(mode="rules", rules=entries, **rest)  # pyright: ignore[reportArgumentType] - a test's own words


def rule(match: str, pattern: str, text: str, **rest: str) -> RuleEntry:
    return RuleEntry(match=match, pattern=pattern, reply=ReplyEntry(text=text), **rest)  # pyright: ignore[reportArgumentType] - as above


@pytest.mark.parametrize("mode", ["none", "discard"])
async def test_a_silent_responder_says_nothing_and_keeps_nothing(mode: str) -> None:
    async with bench(ResponderEntry(mode=mode)) as b:  # pyright: ignore[reportArgumentType] - parametrized
        assert await b.say(b"hello") == []
        assert not b.talk.is_busy


async def test_echo_sends_reads_that_wait_back_together() -> None:
    async with bench(ResponderEntry(mode="echo")) as b:
        assert await b.say(b"one", b"two") == [b"onetwo"]


async def test_echo_loses_nothing_and_holds_a_client_that_does_not_read() -> None:
    data = bytes(range(256)) * 256
    async with bench(ResponderEntry(mode="echo"), takes=False) as b:
        for _ in range(2 * HOLD_BYTES // len(data)):
            b.talk.take(data)
        assert b.partner.holds == [True]

        b.partner.takes.set()
        await b.talk.idle()

        assert b"".join(b.partner.replies) == data * (2 * HOLD_BYTES // len(data))
        assert b.partner.holds == [True, False]


async def test_fixed_reply_answers_every_read() -> None:
    fixed = ReplyEntry(text=r"ok\n")
    async with bench(ResponderEntry(mode="fixed", fixed=fixed)) as b:
        assert await b.say(b"a", b"b\nc") == [b"ok\n", b"ok\n"]


async def test_fixed_reply_answers_every_line_and_the_last_one_at_the_end() -> None:
    entry = ResponderEntry(mode="fixed", framing="line", fixed=ReplyEntry(text="<${0}>"))
    async with bench(entry) as b:
        await b.say(b"one\r\ntw", b"o\nrest")
        b.talk.end()
        await b.talk.idle()

        assert b.partner.replies == [b"<one>", b"<two>", b"<rest>"]


@pytest.mark.parametrize(
    ("entry", "sent", "answered"),
    [
        pytest.param(rule("contains", "ell", "yes"), b"hello", True, id="contains"),
        pytest.param(rule("contains", "elL", "yes"), b"hello", False, id="contains not"),
        pytest.param(rule("startsWith", r"he\x6c", "yes"), b"hello", True, id="starts"),
        pytest.param(rule("startsWith", "ello", "yes"), b"hello", False, id="starts not"),
        pytest.param(rule("equals", "hello", "yes"), b"hello", True, id="equals"),
        pytest.param(rule("equals", "hello", "yes"), b"hello!", False, id="equals not"),
        pytest.param(rule("always", "", "yes"), b"\0", True, id="always"),
        pytest.param(
            rule("contains", "00 ff", "yes", pattern_format="hex"), b"a\0\xffb", True, id="hex"
        ),
        pytest.param(rule("regex", "h.l+o$", "yes"), b"hello", True, id="regex"),
        pytest.param(rule("regex", "^e", "yes"), b"hello", False, id="regex not"),
    ],
)
async def test_a_rule_matches(entry: RuleEntry, sent: bytes, answered: bool) -> None:
    async with bench(rules(entry)) as b:
        assert await b.say(sent) == ([b"yes"] if answered else [])
        assert b.responder.statuses[0].hits == int(answered)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$1 and ${2}", b"GET and /x"),
        ("<$0>", b"<GET /x>"),
        ("${way} ${counter}", b"GET 0"),
        (r"\$1 $7", b"$1 $7"),
        ("$1${len:1}ab", b"GET\x02ab"),
    ],
    ids=["numbers", "whole", "name and variable", "no capture", "length"],
)
async def test_captures_and_variables_are_put_into_the_reply(text: str, expected: bytes) -> None:
    async with bench(rules(rule("regex", r"(?P<way>\w+) (/\w*)", text))) as b:
        assert await b.say(b"GET /x HTTP") == [expected]


async def test_captured_bytes_stand_in_hex_replies_as_they_came() -> None:
    reply = ReplyEntry(format="hex", text="02 $1 03 ${sum8}")
    async with bench(rules(RuleEntry(match="regex", pattern="(.)$", reply=reply))) as b:
        assert await b.say(b"\\\xff") == [b"\x02\xff\x03\x04"]


async def test_the_first_rule_that_matches_answers_alone() -> None:
    two = rule("contains", "a", "1"), rule("always", "", "2")
    async with bench(rules(*two)) as b:
        assert await b.say(b"a", b"b") == [b"1", b"2"]


async def test_every_rule_that_matches_answers_where_all_are_asked() -> None:
    two = rule("contains", "a", "1"), rule("always", "", "2")
    async with bench(rules(*two, order="all")) as b:
        assert await b.say(b"a") == [b"1", b"2"]


async def test_a_delayed_reply_is_not_overtaken() -> None:
    slow = replace(rule("contains", "slow", "1"), reply=ReplyEntry(text="1", delay_ms=1500))
    async with bench(rules(slow, rule("always", "", "2"))) as b:
        assert await b.say(b"slow", b"fast") == [b"1", b"2"]
        assert b.slept_s == [1.5]


async def test_a_reply_leaves_in_chunks_with_pauses_between() -> None:
    reply = ReplyEntry(text="abcde", chunk_bytes=2, chunk_pause_ms=100)
    async with bench(ResponderEntry(mode="fixed", fixed=reply)) as b:
        assert await b.say(b"x") == [b"ab", b"cd", b"e"]
        assert b.slept_s == [0.1, 0.1]


@pytest.mark.parametrize(("then", "is_reset"), [("close", False), ("reset", True)])
async def test_a_rule_ends_the_connection_after_its_reply(then: str, is_reset: bool) -> None:
    reply = ReplyEntry(text="bye", then=then)  # pyright: ignore[reportArgumentType] - parametrized
    async with bench(ResponderEntry(mode="fixed", fixed=reply)) as b:
        assert await b.say(b"x", b"more") == [b"bye"]
        assert b.partner.parted == [is_reset]


async def test_nothing_more_is_answered_on_a_connection_that_broke() -> None:
    async with bench(ResponderEntry(mode="fixed", fixed=ReplyEntry(text="a"))) as b:
        b.partner.is_broken = True

        assert await b.say(b"x", b"y") == [b"a"]


async def test_an_expression_that_takes_for_ever_is_stopped_and_the_next_rule_asked() -> None:
    async with bench(rules(rule("regex", CATASTROPHE, "no"), rule("always", "", "yes"))) as b:
        assert await b.say(b"a" * 60 + b"b") == [b"yes"]
        status = b.responder.statuses[0]
        assert (status.state, status.slow_bytes) == (RuleState.STOPPED, 61)

        assert await b.say(b"aa") == [b"yes", b"yes"]
        b.responder.rules[0].restart()
        assert await b.say(b"aa") == [b"yes", b"yes", b"no"]


async def test_others_have_their_turn_while_rules_match_nothing() -> None:
    turns = 0

    async def count() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    async with bench(rules(rule("regex", "(?:a|b|ab)*c", "no"))) as b:
        counting = asyncio.get_running_loop().create_task(count())
        await b.say(*[b"ab" * 8] * 2000)
        counting.cancel()

    assert turns > 3


async def test_rules_that_stay_keep_their_hits_when_others_change() -> None:
    first, second = rule("always", "", "1"), rule("contains", "b", "2")
    async with bench(rules(first)) as b:
        await b.say(b"x", b"y")

        b.responder.apply(rules(second, first))

        assert [status.hits for status in b.responder.statuses] == [0, 2]


async def test_a_rule_that_is_off_is_not_asked() -> None:
    async with bench(rules(replace(rule("always", "", "1"), is_on=False))) as b:
        assert await b.say(b"x") == []
        assert b.responder.statuses[0].state is RuleState.OFF


@pytest.mark.parametrize(
    ("entry", "part", "position"),
    [
        (rule("contains", "", "x"), "pattern", None),
        (rule("regex", "a(b", "x"), "pattern", 3),
        (rule("contains", r"ab\q", "x"), "pattern", 3),
        (rule("contains", "0g", "x", pattern_format="hex"), "pattern", 1),
        (rule("always", "", r"$0 \q"), "reply", 4),
        (rule("regex", "(a)", "$1${nope}"), "reply", 4),
    ],
)
async def test_what_is_wrong_with_a_rule_is_told_with_its_place(
    entry: RuleEntry, part: str, position: int | None
) -> None:
    fault = compile_rule(entry)

    assert isinstance(fault, RuleFault)
    assert fault.part == part
    assert (None if fault.error is None else fault.error.position) == position
    async with bench(rules(entry)) as b:
        assert await b.say(b"ab") == []
        assert b.responder.statuses[0].state is RuleState.FAULTY


async def test_closing_ends_an_answer_under_way() -> None:
    async with bench(ResponderEntry(mode="echo"), takes=False) as b:
        b.talk.take(b"x")
        await asyncio.sleep(0)

        b.talk.close()
        b.talk.take(b"y")

        assert not b.talk.is_busy


def test_a_line_without_end_is_cut() -> None:
    units = Units()

    found = units.feed(b"a" * 200_000, by_line=True)

    assert [len(unit) for unit in found] == [65536, 65536, 65536]
    assert units.waiting_bytes == 200_000 - 3 * 65536
