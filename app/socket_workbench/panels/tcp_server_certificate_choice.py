"""Choosing a server's certificate: looked at before it is used, made for tests, saved."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from socket_workbench.atomic_file import write_atomically
from socket_workbench.panels.notice import Notice
from socket_workbench.panels.tcp_server_certificates import (
    IdentityError,
    IdentitySource,
    ServerIdentity,
    generate_identity,
    load_identity,
)

if TYPE_CHECKING:
    from socket_workbench.tasks import TaskScope

NO_SOURCE = IdentitySource()


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateChoice:
    """What the dialog shows."""

    source: IdentitySource = NO_SOURCE
    identity: ServerIdentity | None = None
    """What the source holds; `None` while that is being read, and where it cannot be."""
    notice: Notice | None = None
    """Why it cannot."""
    wrong_name: str = ""
    """What a certificate was to be made for and cannot."""
    saved: str = ""
    """Path of the file that was just written."""
    unsaved: str = ""
    """Why the file could not be written, in the system's words."""


class CertificateChoiceView(Protocol):
    """Draws the choice."""

    def show_choice(self, choice: CertificateChoice) -> None:
        """Make everything visible agree."""
        ...


class CertificateChooser:
    """Reads and makes certificates in worker threads; the last wish counts."""

    def __init__(
        self,
        view: CertificateChoiceView,
        scope: "TaskScope",
        *,
        used: Callable[[IdentitySource], None],
    ) -> None:
        """Make a chooser.

        Args:
            view: Shown every new choice.
            scope: Owner of what is under way.
            used: Told a source that holds a certificate with its key.
        """
        self._view, self._scope, self._used = view, scope, used
        self._choice = CertificateChoice()

    @property
    def source(self) -> IdentitySource:
        """What was chosen last, whether it can be used or not."""
        return self._choice.source

    def show_source(self, source: IdentitySource) -> None:
        """Begin with this one, as a session has it."""
        self._choice = CertificateChoice(source=source)

    def look_requested(self) -> None:
        """Read what was chosen, to show it."""
        source = self._choice.source
        if source.certificate_file or source.generated:
            self._start(self._look(source, is_new=False))
        else:
            self._view.show_choice(self._choice)

    def source_requested(self, source: IdentitySource) -> None:
        """Use this, if it holds a certificate with its key."""
        self._show(CertificateChoice(source=source))
        self._start(self._look(source, is_new=True))

    def generate_requested(self, names: Sequence[str], days: int) -> None:
        """Make a certificate for these names and use it."""
        self._start(self._generate(names, days))

    def save_requested(self, path: Path, *, with_key: bool) -> None:
        """Write the certificate, or certificate and key, as PEM."""
        identity = self._choice.identity
        if identity is not None:
            text = identity.pem if with_key else identity.certificate_pem
            self._start(self._save(path, text, is_secret=with_key))

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        if self._scope.is_closed:
            work.close()
        else:
            self._scope.spawn(work, name="certificate")

    async def _look(self, source: IdentitySource, *, is_new: bool) -> None:
        identity, notice = None, None
        try:
            identity = await asyncio.to_thread(load_identity, source)
        except IdentityError as error:
            notice = error.notice
        if source != self._choice.source:
            return  # another was chosen meanwhile
        self._show(CertificateChoice(source=source, identity=identity, notice=notice))
        if is_new:
            self._used(source)

    async def _generate(self, names: Sequence[str], days: int) -> None:
        try:
            identity = await asyncio.to_thread(generate_identity, names, days=days)
        except ValueError:
            self._show(replace(self._choice, wrong_name=", ".join(names), saved="", unsaved=""))
            return
        source = IdentitySource(generated=identity.pem)
        self._show(CertificateChoice(source=source, identity=identity))
        self._used(source)

    async def _save(self, path: Path, text: str, *, is_secret: bool) -> None:
        try:
            await asyncio.to_thread(_write, path, text, is_secret)
        except OSError as error:
            self._show(replace(self._choice, saved="", unsaved=error.strerror or str(error)))
        else:
            self._show(replace(self._choice, saved=str(path), unsaved=""))

    def _show(self, choice: CertificateChoice) -> None:
        self._choice = choice
        self._view.show_choice(choice)


def _write(path: Path, text: str, is_secret: bool) -> None:
    if is_secret:
        path.touch(mode=0o600)  # nobody else is to read the key
    write_atomically(path, text.encode("ascii"))
