"""The script panel without widgets: its texts and files, the app it opened, and its run."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from socket_workbench.chrome.manifest import ManifestError
from socket_workbench.chrome.slips import Compat
from socket_workbench.panels import script_notices as notices
from socket_workbench.panels.messages import Message
from socket_workbench.panels.panel_state import ShownState
from socket_workbench.panels.script_app import app_program, read_app
from socket_workbench.panels.script_console import Console
from socket_workbench.panels.script_files import FileTroubleError, ScriptFiles
from socket_workbench.panels.script_run import RunFacts, RunParts, ScriptRun
from socket_workbench.panels.script_state import SCRIPT, SCRIPT_NAME, ScriptState, ScriptView
from socket_workbench.scripting.program import (
    MANIFEST_FILE,
    Program,
    ProgramError,
    Source,
    open_manifest,
)
from socket_workbench.scripting.script import ScriptOptions

if TYPE_CHECKING:
    from socket_workbench.chrome.records import CaptureSink
    from socket_workbench.panels.app_set import AppSet
    from socket_workbench.tasks import TaskScope

FILES_CHECK_S: Final = 1.0
"""How often the files are looked at for what others did to them."""

APP_NOTICES: Final = (Message.SCRIPT_APP_INVALID, Message.SCRIPT_FAILED)
"""What opening an app or running anew makes stale."""


class ScriptController:
    """One panel's behaviour; what goes wrong becomes the state's notice.

    The view holds the texts while they are edited; requests are the methods in `_requested`.
    """

    def __init__(
        self,
        view: ScriptView,
        scope: "TaskScope",
        *,
        capture: "CaptureSink",
        apps: "AppSet",
        storage_folder: Path | None = None,
    ) -> None:
        self._view, self._scope = view, scope
        self._storage_folder = storage_folder
        self.console = Console()
        self._shown = ShownState(view, ScriptState())
        self._show = self._shown.show
        self.files = ScriptFiles()
        self._attempt = 0
        parts = RunParts(capture, apps, scope, self.console, self._take_facts, self._shown.tell)
        self.run = ScriptRun(parts)

    @property
    def state(self) -> ScriptState:
        """What the view shows now."""
        return self._shown.state

    def start(self, title: str, *, file: Path | None, app: Path | None, compat: Compat) -> None:
        """Take over what a session kept; runs nothing."""
        self.run.title = title
        self._show(compat=compat, file=file)
        if file is not None:
            self._spawn("look at the file", self._compare(file))
        if app is not None:
            self.open_app_requested(app)
        self._spawn("watch files", self._watch_files())

    async def aclose(self) -> None:
        """End the script, its sockets and its process; nobody is told of that."""
        self._shown.is_closed = True
        await self.run.aclose()
        await self._scope.aclose()

    def tick(self) -> None:
        """Follow the script; cheap, called once per frame."""
        self.run.tick()

    def rename(self, title: str) -> None:
        """Take a new title."""
        self.run.rename(title)

    def run_requested(self) -> None:
        """Run what is edited, or the app that is open; ends what ran before."""
        self._attempt += 1
        self._spawn("run", self._run(self._attempt, self.run.run))

    def reload_requested(self) -> None:
        """Close the app's sockets and start it afresh with what its files hold now."""
        self._attempt += 1
        self._spawn("reload", self._run(self._attempt, self.run.reload))

    def stop_requested(self) -> None:
        """End the script."""
        self._attempt += 1
        self.run.stop()

    def compat_chosen(self, compat: Compat) -> None:
        """What the next run does where Chromium contradicts its documentation."""
        if compat is not self.state.compat:
            later = notices.compat_later() if self.state.is_live else None
            self._show(compat=compat, notice=later)

    def open_file_requested(self, path: Path) -> None:
        """Put a file into the editor; an app that is open stays behind."""
        self._spawn("open", self._open_file(path))

    def save_requested(self, name: str, path: Path | None) -> None:
        """Write a text to its file, or to another one.

        Args:
            name: `SCRIPT`, or the name of an app's file.
            path: Where to; `None` for where it came from.
        """
        target = path or self.path_of(name)
        text = self._view.texts().get(name)
        if target is not None and text is not None:
            self._spawn("save", self._save(name, target, text))

    def open_app_requested(self, folder: Path) -> None:
        """Open an app's folder; the script stays behind, as it is."""
        self._spawn("open app", self._open_app(folder))

    def close_app_requested(self) -> None:
        """Return to the script; an app that runs is ended."""
        self.stop_requested()
        self._forget_app()
        self._show(app=None, notice=None)

    def app_file_requested(self, name: str) -> None:
        """Put a file of the app into the editor."""
        if self.state.app is not None:
            self._spawn("open", self._show_app_file(self.state.app.path, name))

    def notice_dismissed(self) -> None:
        """Take the notice away."""
        self._shown.tell(None)

    def path_of(self, name: str) -> Path | None:
        """The file of a text; `None` where it has none."""
        if name == SCRIPT:
            return self.state.file
        return None if self.state.app is None else self.state.app.path / name

    # ---- running -----------------------------------------------------------------------------

    async def _run(self, attempt: int, begin: Callable[[Program, ScriptOptions], None]) -> None:
        try:
            program = await self._program(dict(self._view.texts()))
        except (ProgramError, ManifestError):
            if self.state.app is not None:  # the notice says why
                await self._look(self.state.app.path)
            return
        if attempt == self._attempt:
            folder = self._storage_folder if self.state.app is not None else None
            options = ScriptOptions(compat=self.state.compat, storage_folder=folder)
            begin(program, options)

    async def _program(self, texts: Mapping[str, str]) -> Program:
        if (app := self.state.app) is not None:
            return await asyncio.to_thread(app_program, app.path, _of_app(texts))
        name = self.state.file.name if self.state.file else SCRIPT_NAME
        return Program(
            name=self.run.title,
            sources=(Source(name, texts.get(SCRIPT, "")),),
            manifest=open_manifest(self.run.title),
            folder=self.state.file.parent if self.state.file else None,
        )

    def _take_facts(self, facts: RunFacts) -> None:
        self._show(**asdict(facts))

    # ---- files -------------------------------------------------------------------------------

    async def _open_file(self, path: Path) -> None:
        if (text := await self._read(path)) is None:
            return
        if self.state.app is not None:
            self.close_app_requested()
        self._forget(SCRIPT)
        self._show(file=path, notice=None)
        self._view.show_text(SCRIPT, text)

    async def _save(self, name: str, path: Path, text: str) -> None:
        try:
            await self.files.write(path, text)
        except FileTroubleError as error:
            self._shown.tell(notices.unwritable(error))
            return
        if name == SCRIPT:
            if self.state.file != path:
                self._forget(SCRIPT)
            self._show(file=path, notice=None)
        elif self.state.app is not None:
            await self._look(self.state.app.path)
        self._view.show_saved(name, text)

    async def _compare(self, path: Path) -> None:
        """A session's text may differ from its file: then it was not saved, or the file changed."""
        if (text := await self._read(path)) is None:
            return
        if text == self._view.texts().get(SCRIPT):
            self._view.show_saved(SCRIPT, text)
        else:
            self._view.offer_reload(SCRIPT, path, text)

    async def _read(self, path: Path) -> str | None:
        try:
            return await self.files.read(path)
        except FileTroubleError as error:
            shown = self.state.notice
            if shown is None or shown.message is not Message.SCRIPT_APP_INVALID:
                self._shown.tell(notices.unreadable(error))  # else that says why already
            return None

    async def _watch_files(self) -> None:
        while True:
            await asyncio.sleep(FILES_CHECK_S)
            for path in await self.files.changed():
                text, name = self.files.text(path), self._name_of(path)
                if text is not None and name is not None:
                    self._view.offer_reload(name, path, text)

    def _name_of(self, path: Path) -> str | None:
        return next((one for one in self._view.texts() if self.path_of(one) == path), None)

    def _forget(self, name: str) -> None:
        if (path := self.path_of(name)) is not None:
            self.files.forget(path)

    # ---- the app's folder --------------------------------------------------------------------

    async def _open_app(self, folder: Path) -> None:
        if self.state.app is not None and self.state.app.path != folder:
            self.close_app_requested()
        await self._look(folder)
        app = self.state.app
        if app is not None and app.problem is None:
            shown = [file.name for file in app.files if file.name != MANIFEST_FILE]
            await self._show_app_file(folder, shown[0] if shown else MANIFEST_FILE)
        else:
            await self._show_app_file(folder, MANIFEST_FILE)

    async def _look(self, folder: Path) -> None:
        app = await asyncio.to_thread(read_app, folder, _of_app(self._view.texts()))
        notice = self.state.notice
        if app.problem is not None:
            notice = notices.app_invalid(app.problem)
        elif notice is not None and notice.message in APP_NOTICES:
            notice = None
        self._show(app=app, notice=notice)

    async def _show_app_file(self, folder: Path, name: str) -> None:
        text = await self._read(folder / name)
        if text is None or self.state.app is None or self.state.app.path != folder:
            return
        if name in self._view.texts():  # a draft that came with the session
            self._view.focus_text(name)
        else:
            self._view.show_text(name, text)

    def _forget_app(self) -> None:
        for name in tuple(self._view.texts()):
            if name != SCRIPT:
                self._forget(name)

    # ---- inside ------------------------------------------------------------------------------

    def _spawn(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        if self._shown.is_closed:
            work.close()
        else:
            self._scope.spawn(work, name=f"{self.run.title}: {name}")


def _of_app(texts: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in texts.items() if name != SCRIPT}
