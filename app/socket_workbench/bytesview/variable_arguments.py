"""The arguments of a variable, `${name:these:ones}`, read from left to right."""

import re

from socket_workbench.bytesview.number_forms import FORMS, NumberForm, read_form
from socket_workbench.bytesview.parsing import Fault, ParseError

_INTEGER = re.compile(r"[+-]?[0-9]{1,20}")
_UNSIGNED = re.compile(r"[0-9]{1,20}")


class VariableArguments:
    """Hands out one argument after the other; what does not fit is a `ParseError` at its place."""

    def __init__(self, texts: list[str], position: int, syntax: str) -> None:
        self._texts, self._position, self._syntax = texts, position, syntax
        self._next = 0

    def number(self, least: int, most: int, default: int | None = None) -> int:
        """The next argument as an integer; `default` if it is none, or nothing is left.

        A sign is only understood where `least` is negative.

        Raises:
            ParseError: It is out of range, or there is neither it nor a default.
        """
        text = self._peek()
        pattern = _INTEGER if least < 0 else _UNSIGNED
        if text is None or not pattern.fullmatch(text):
            if default is not None:
                return default
            raise self._error(f"{least} … {most}")
        if not least <= int(text) <= most:
            raise self._error(f"{least} … {most}")
        self._next += 1
        return int(text)

    def form(self, default: NumberForm) -> NumberForm:
        """The next argument as a form; `default` if it is none."""
        text = self._peek()
        found = None if text is None else read_form(text)
        if found is None:
            return default
        self._next += 1
        return found

    def word(self, words: tuple[str, ...], default: str) -> str:
        """The next argument if it is one of `words`, else `default`."""
        text = self._peek()
        if text not in words:
            return default
        self._next += 1
        return text

    def any_text(self) -> str:
        """The next argument, whatever it is.

        Raises:
            ParseError: There is none.
        """
        text = self._peek()
        if not text:
            raise self._error(self._syntax)
        self._next += 1
        return text

    def refuse(self, code: Fault, expected: str) -> ParseError:
        """An error at the argument that was handed out last."""
        self._next -= 1
        return self._error(expected, code)

    def finish(self) -> None:
        """Be content only if nothing is left.

        Raises:
            ParseError: An argument was not asked for.
        """
        if self._peek() is not None:
            raise self._error(f"{self._syntax} ({FORMS})" if "FORM" in self._syntax else "")

    def _peek(self) -> str | None:
        return self._texts[self._next] if self._next < len(self._texts) else None

    def _error(self, expected: str, code: Fault | None = None) -> ParseError:
        expected = expected or self._syntax
        text = self._peek()
        at = self._position + sum(len(one) + 1 for one in self._texts[: self._next])
        if text is None or not text:
            # Nothing stands there: the brace or colon that comes instead is marked.
            return ParseError(at - (text is None), Fault.MISSING_ARGUMENT, "", expected)
        return ParseError(at, code or Fault.BAD_ARGUMENT, text, expected)
