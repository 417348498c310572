"""What an editor for JavaScript does with lines."""

import pytest

from socket_workbench.panels.script_editing import (
    dedented,
    indent_after,
    other_bracket,
    toggled_comments,
)


@pytest.mark.parametrize(
    ("before", "indent"),
    [("", ""), ("  a();", "  "), ("if (a) {", "  "), ("  f([", "    "), ("\tb", "\t")],
)
def test_new_line_is_indented(before: str, indent: str) -> None:
    assert indent_after(before) == indent


@pytest.mark.parametrize(
    ("line", "less"), [("    a", "  a"), (" a", "a"), ("\ta", "a"), ("a", "a")]
)
def test_line_is_dedented(line: str, less: str) -> None:
    assert dedented(line) == less


def test_comments_go_in_and_out() -> None:
    lines = ["  a();", "", "    b();"]

    commented = toggled_comments(lines)

    assert commented == ["  // a();", "", "  //   b();"]
    assert toggled_comments(commented) == lines


def test_partly_commented_lines_are_commented_whole() -> None:
    assert toggled_comments(["// a", "b"]) == ["// // a", "// b"]


@pytest.mark.parametrize(
    ("text", "at", "other"),
    [("f(a(b)c)", 1, 7), ("f(a(b)c)", 5, 3), ("{[}", 0, 2), ("(", 0, None), ("a", 0, None)],
)
def test_other_bracket_is_found(text: str, at: int, other: int | None) -> None:
    assert other_bracket(text, at) == other
