"""Choosing a certificate: the last wish counts, what cannot be used is told, saving is safe."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from socket_workbench.panels.messages import Message
from socket_workbench.panels.tcp_server_certificate_choice import (
    CertificateChoice,
    CertificateChooser,
)
from socket_workbench.panels.tcp_server_certificates import IdentitySource, generate_identity
from socket_workbench.tasks import TaskScope
from support.certificates import self_signed
from support.logs import fail_test


@dataclass
class Desk:
    """A chooser, what it showed, and what it gave away."""

    scope: TaskScope
    shown: list[CertificateChoice] = field(default_factory=list)
    used: list[IdentitySource] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chooser = CertificateChooser(self, self.scope, used=self.used.append)

    def show_choice(self, choice: CertificateChoice) -> None:
        self.shown.append(choice)

    @property
    def last(self) -> CertificateChoice:
        return self.shown[-1]


@asynccontextmanager
async def desk() -> AsyncGenerator[Desk]:
    async with TaskScope(on_error=fail_test) as scope:
        yield Desk(scope)


async def test_a_generated_certificate_is_shown_and_used() -> None:
    async with desk() as d:
        d.chooser.generate_requested(["localhost"], 3)
        await d.scope.idle()

        assert d.last.identity is not None
        assert d.last.identity.facts.names == ("localhost",)
        assert [source.generated for source in d.used] == [d.last.identity.pem]
        assert d.chooser.source == d.used[0]


async def test_names_that_are_none_leave_the_choice_alone() -> None:
    async with desk() as d:
        d.chooser.generate_requested(["ok.example", "bad..name"], 3)
        await d.scope.idle()

        assert d.last.wrong_name == "ok.example, bad..name"
        assert d.used == []


async def test_files_are_read_and_used(tmp_path: Path) -> None:
    certificate, key = self_signed("demo").write(tmp_path)
    async with desk() as d:
        source = IdentitySource(certificate_file=str(certificate), key_file=str(key))
        d.chooser.source_requested(source)
        await d.scope.idle()

        assert d.last.identity is not None
        assert d.used == [source]


async def test_a_file_that_cannot_be_used_is_told_and_still_chosen(tmp_path: Path) -> None:
    async with desk() as d:
        source = IdentitySource(certificate_file=str(tmp_path / "none.pem"))
        d.chooser.source_requested(source)
        await d.scope.idle()

        assert d.last.notice is not None
        assert d.last.notice.message is Message.CERTIFICATE_UNREADABLE
        assert d.used == [source]


async def test_the_last_wish_counts(tmp_path: Path) -> None:
    generated = IdentitySource(generated=generate_identity(["a"], days=1).pem)
    async with desk() as d:
        d.chooser.source_requested(IdentitySource(certificate_file=str(tmp_path / "none.pem")))
        d.chooser.source_requested(generated)
        await d.scope.idle()

        assert d.last.identity is not None
        assert d.used == [generated]


async def test_looking_uses_nothing() -> None:
    async with desk() as d:
        d.chooser.look_requested()
        assert d.last == CertificateChoice()
        d.chooser.show_source(IdentitySource(generated=generate_identity(["a"], days=1).pem))
        d.chooser.look_requested()
        await d.scope.idle()

        assert d.last.identity is not None
        assert d.used == []


async def test_certificate_and_key_are_saved_for_the_user_alone(tmp_path: Path) -> None:
    async with desk() as d:
        d.chooser.generate_requested(["a"], 1)
        await d.scope.idle()
        identity = d.last.identity
        assert identity is not None
        d.chooser.save_requested(tmp_path / "cert.pem", with_key=False)
        d.chooser.save_requested(tmp_path / "both.pem", with_key=True)
        await d.scope.idle()

        assert (tmp_path / "cert.pem").read_text() == identity.certificate_pem
        assert (tmp_path / "both.pem").read_text() == identity.pem
        assert d.last.saved
        d.chooser.save_requested(tmp_path / "no" / "folder.pem", with_key=False)
        await d.scope.idle()
        assert d.last.unsaved


async def test_nothing_begins_once_the_panel_is_closed() -> None:
    async with desk() as d:
        await d.scope.aclose()
        d.chooser.generate_requested(["a"], 1)

        assert d.shown == []
