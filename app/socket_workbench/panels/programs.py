"""An action written as a program: which language can say it, and its text."""

from collections.abc import Callable, Mapping
from typing import Final

from socket_workbench.panels.copying import (
    MOST_PROGRAM_BYTES,
    Action,
    Join,
    Language,
    SendDatagram,
    data_of,
    is_plain_host,
    target_of,
)
from socket_workbench.panels.javascript_program import javascript_program
from socket_workbench.panels.python_program import python_program
from socket_workbench.panels.shell_program import PIPE_BYTES, ncat_command, socat_command

_WRITERS: Final[Mapping[Language, Callable[[Action], str]]] = {
    Language.JAVASCRIPT: javascript_program,
    Language.PYTHON: python_program,
    Language.SOCAT: socat_command,
    Language.NCAT: ncat_command,
}


def can_write(action: Action, language: Language) -> bool:
    """Whether the language can say it.

    No program holds more than `MOST_PROGRAM_BYTES`; what is read from a pipe is never an empty
    datagram; Ncat cuts long datagrams into several and joins no groups.
    """
    host, _ = target_of(action)
    data = data_of(action)
    if not is_plain_host(host) or len(data) > MOST_PROGRAM_BYTES:
        return False
    if isinstance(action, SendDatagram):
        most = {Language.SOCAT: MOST_PROGRAM_BYTES, Language.NCAT: PIPE_BYTES}
        return language not in most or 0 < len(data) <= most[language]
    return not (language is Language.NCAT and isinstance(action, Join))


def program_of(action: Action, language: Language) -> str:
    """The action as a program that ends with a line break.

    Raises:
        ValueError: The language cannot say it; ask `can_write` first.
    """
    if not can_write(action, language):
        raise ValueError(f"{type(action).__name__} cannot be written in {language}")
    return _WRITERS[language](action)
