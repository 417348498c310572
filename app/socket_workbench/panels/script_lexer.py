"""Colours of a script, line by line: each line is read with what the one before it left open."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from importlib import import_module
from typing import Any, Final

MAX_CHARACTERS: Final = 2000
"""A longer line stays plain: it is no code that anybody reads, and would take long."""
MAX_DEPTH: Final = 60
"""So many templates within templates are told apart."""

START: Final = 0
"""State in front of the first line."""


class Style(StrEnum):
    """What a piece of a script is."""

    KEYWORD = "keyword"
    STRING = "string"
    NUMBER = "number"
    """Numbers, `true`, `null` and the like."""
    COMMENT = "comment"
    REGEX = "regex"
    BUILTIN = "builtin"
    """A name that the language brings along."""


@dataclass(frozen=True, slots=True)
class Span:
    """A coloured piece of a line."""

    start: int
    """Index into the line, in characters as Python counts."""
    length: int
    style: Style


class LineLexer:
    """Pygments' JavaScript lexer, taught to go on where the line before stopped."""

    def __init__(self) -> None:
        self._stacks: list[tuple[str, ...]] = [("root",)]
        self._states: dict[tuple[str, ...], int] = {("root",): START}

    def lex(self, line: str, state: int) -> tuple[list[Span], int]:
        """Colour one line.

        Args:
            line: Without its end.
            state: What the line before left; `START` for the first one.

        Returns:
            The pieces that are not plain, in order, and the state for the next line.
        """
        if len(line) > MAX_CHARACTERS:
            return [], state
        context = self._new_context(f"{line}\n", 0, [*self._stacks[state]])
        spans: list[Span] = []
        for at, token, text in self._lexer.get_tokens_unprocessed(context=context):
            if (style := self._style_of(token)) is not None:
                _add(spans, Span(at, len(text), style))
        stack = tuple(context.stack) if len(context.stack) <= MAX_DEPTH else ("root",)
        return spans, self._state_of(stack)

    def _state_of(self, stack: tuple[str, ...]) -> int:
        if stack not in self._states:
            self._states[stack] = len(self._stacks)
            self._stacks.append(stack)
        return self._states[stack]

    def _style_of(self, token: Any) -> Style | None:
        if token not in self._styles:
            parents = reversed(token.split())
            self._styles[token] = next((s for p in parents if (s := self._named.get(p))), None)
        return self._styles[token]

    # Pygments is read when the first line is coloured: a window without scripts needs none.

    @cached_property
    def _lexer(self) -> Any:
        return _make_lexer()

    @cached_property
    def _new_context(self) -> Any:
        from pygments.lexer import LexerContext

        return LexerContext

    @cached_property
    def _styles(self) -> dict[Any, Style | None]:
        return {}

    @cached_property
    def _named(self) -> dict[Any, Style]:
        from pygments import token

        return {
            token.Keyword: Style.KEYWORD,
            token.Keyword.Constant: Style.NUMBER,
            token.Operator.Word: Style.KEYWORD,
            token.String: Style.STRING,
            token.String.Regex: Style.REGEX,
            token.String.Interpol: Style.KEYWORD,
            token.Number: Style.NUMBER,
            token.Comment: Style.COMMENT,
            token.Name.Builtin: Style.BUILTIN,
            token.Name.Exception: Style.BUILTIN,
        }


def _add(spans: list[Span], span: Span) -> None:
    """Append a piece; one that goes on where the last ended, in the same style, is one with it."""
    if spans:
        last = spans[-1]
        if last.style is span.style and last.start + last.length == span.start:
            spans[-1] = Span(last.start, last.length + span.length, span.style)
            return
    spans.append(span)


@cache
def _make_lexer() -> Any:
    from pygments.lexers.javascript import JavascriptLexer
    from pygments.token import Comment, Name, Punctuation, String

    lexing: Any = import_module("pygments.lexer")  # half of its types are unknown
    include, inherit = lexing.include, lexing.inherit
    base: Any = lexing.ExtendedRegexLexer

    class LineWiseLexer(base, JavascriptLexer):
        """Comments and braces in templates end where they end, lines later if need be."""

        tokens = {  # noqa: RUF012 - Pygments reads it from the class
            "commentsandwhitespace": [(r"/\*", Comment.Multiline, "comment"), inherit],
            "comment": [
                (r"[^*]+", Comment.Multiline),
                (r"\*/", Comment.Multiline, "#pop"),
                (r"\*", Comment.Multiline),
            ],
            "root": [
                (r"(\.)([A-Za-z_$][\w$]*)", lexing.bygroups(Punctuation, Name.Other)),
                (r"\b(chrome|console|workbench)\b", Name.Builtin),
                inherit,
                (r"\"[^\"\n]*", String.Double),
                (r"'[^'\n]*", String.Single),
            ],
            "interp-inside": [(r"\{", Punctuation, ("block", "slashstartsregex")), inherit],
            "block": [
                (r"\}", Punctuation, "#pop"),
                (r"\{", Punctuation, ("#push", "slashstartsregex")),
                include("root"),
            ],
        }

    return LineWiseLexer()
