"""The console's memory: bounded, counted, filtered."""

from socket_workbench.panels.script_console import (
    MAX_CHARACTERS,
    Console,
    ConsoleFilter,
    Level,
    Value,
    value_of,
)
from socket_workbench.scripting.watcher import ConsoleLine


def console_of(*lines: tuple[str, str], max_lines: int = 100) -> Console:
    console = Console(now_ns=lambda: 7, max_lines=max_lines)
    for level, text in lines:
        console.take(ConsoleLine(level, text))
    return console


def test_lines_are_numbered_and_stamped() -> None:
    console = console_of(("log", "a"), ("warning", "b"))

    assert [(e.number, e.at_ns, e.level, e.text) for e in console] == [
        (1, 7, Level.LOG, "a"),
        (2, 7, Level.WARNING, "b"),
    ]
    assert [entry.text for entry in console.after(1)] == ["b"]


def test_oldest_lines_go_and_are_counted() -> None:
    console = console_of(*[("log", str(n)) for n in range(150)], ("error", "x"), max_lines=100)

    assert len(console) <= 100
    assert console.dropped[Level.LOG] + len(console) == 151
    assert console.first == console.dropped.total() + 1
    assert list(console)[-1].text == "x"


def test_lines_after_a_number_that_is_gone_begin_with_the_oldest() -> None:
    console = console_of(*[("log", str(n)) for n in range(150)], max_lines=100)

    assert console.after(3) == list(console)


def test_long_lines_make_room_by_their_length() -> None:
    third = "x" * (MAX_CHARACTERS // 3)
    console = console_of(("log", third), ("log", third), ("log", third), ("log", third))

    assert len(console) == 3
    assert console.dropped[Level.LOG] == 1


def test_clear_forgets_and_numbers_go_on() -> None:
    console = console_of(("log", "a"), ("clear", ""), ("log", "b"))

    assert [(entry.number, entry.text) for entry in console] == [(2, "b")]
    assert (console.clears, console.first, console.dropped.total()) == (1, 2, 0)


def test_values_come_with_their_inside() -> None:
    tree = [
        "object",
        "Object",
        [["a", ["number", "1"]], ["b", ["buffer", "ArrayBuffer(3)", "00", 3]]],
        2,
    ]

    value = value_of(tree)

    assert value.left == 2
    assert value.members == (
        ("a", Value("number", "1")),
        ("b", Value("buffer", "ArrayBuffer(3)", data=b"\0", size=3)),
    )


def test_filter_by_level_and_text() -> None:
    console = console_of(("log", "Hello"), ("error", "hello"), ("log", "other"))
    narrow = ConsoleFilter(levels=frozenset({Level.LOG}), text="HELLO")

    assert [entry.text for entry in console if narrow.shows(entry)] == ["Hello"]
    assert ConsoleFilter().is_all
    assert not narrow.is_all
