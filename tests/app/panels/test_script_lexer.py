"""Colours of a script, line by line."""

import pytest

from socket_workbench.panels.script_lexer import MAX_CHARACTERS, START, LineLexer


def styled(*lines: str) -> list[list[tuple[str, str]]]:
    """The coloured pieces of each line, with their styles."""
    lexer, state = LineLexer(), START
    found: list[list[tuple[str, str]]] = []
    for line in lines:
        spans, state = lexer.lex(line, state)
        found.append([(line[s.start : s.start + s.length], s.style.value) for s in spans])
    return found


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("const a = 0x1F;", [("const", "keyword"), ("0x1F", "number")]),
        ("f('x', \"y\");", [("'x'", "string"), ('"y"', "string")]),
        ("return true; // why", [("return", "keyword"), ("true", "number"), ("// why", "comment")]),
        ("x = /a[/]b/g;", [("/a[/]b/g", "regex")]),
        ("y = a / b / c;", []),
        ("chrome.sockets.tcp.in(1)", [("chrome", "builtin"), ("1", "number")]),
        ("let s = 'open", [("let", "keyword"), ("'open", "string")]),
    ],
)
def test_line_is_coloured(line: str, pieces: list[tuple[str, str]]) -> None:
    assert styled(line) == [pieces]


def test_comment_goes_on_over_lines() -> None:
    assert styled("a /* b", "c", "d */ var") == [
        [("/* b", "comment")],
        [("c", "comment")],
        [("d */", "comment"), ("var", "keyword")],
    ]


def test_template_goes_on_over_lines_with_code_inside() -> None:
    first, second = styled("x = `a ${f({b: 1})} c", "d` + 1")

    assert ("1", "number") in first
    assert first[-1] == (" c", "string")
    assert second == [("d`", "string"), ("1", "number")]


def test_same_state_comes_back_after_a_comment() -> None:
    lexer = LineLexer()
    _, before = lexer.lex("a();", START)
    _, inside = lexer.lex("/* b", before)

    assert inside != before
    assert lexer.lex("*/ c();", inside)[1] == before


def test_very_long_line_stays_plain() -> None:
    assert styled("1;" * MAX_CHARACTERS) == [[]]


def test_hostile_line_is_read_in_time() -> None:
    (pieces,) = styled("x = /" + "[" * (MAX_CHARACTERS - 5))

    assert pieces == []
