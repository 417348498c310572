"""One script panel: page, controller and console model, put together and kept."""

from collections.abc import Coroutine, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths
from typing_extensions import override

from socket_workbench.chrome.slips import Compat
from socket_workbench.folders import Folders
from socket_workbench.panels.script import ScriptController
from socket_workbench.panels.script_examples import ScriptExample, example_source
from socket_workbench.panels.script_state import SCRIPT, SCRIPT_NAME, ScriptState
from socket_workbench.session.script_entries import ScriptEntry
from socket_workbench_ui.dialogs.questions import ask_folder, ask_open_path, ask_save_path
from socket_workbench_ui.dialogs.script_help import ScriptHelp
from socket_workbench_ui.models.script_console import ScriptConsoleModel
from socket_workbench_ui.panels.script import ScriptPanel
from socket_workbench_ui.wired.panel import Panel, PanelKit


class ScriptWiring(Panel):
    """A script panel that works; implements the controller's view."""

    commands = frozenset(("focusAddress", "connect", "disconnect", "find"))

    def __init__(self, kit: PanelKit, entry: ScriptEntry) -> None:
        super().__init__(kit, entry)
        self._kit = kit
        self._state = ScriptState()
        self._help: ScriptHelp | None = None
        self.controller = ScriptController(
            self,
            self.scope.child(),
            capture=kit.capture,
            apps=kit.apps,
            storage_folder=Folders.of_user().state / "storage",
        )
        self._model = ScriptConsoleModel(self.controller.console, kit.looks)
        self._page = ScriptPanel(self._model, kit.looks)
        self._page.setProperty("panelName", entry.title)
        self._show_entry(entry)
        self._connect()
        self.controller.start(
            entry.title,
            file=Path(entry.file) if entry.file else None,
            app=Path(entry.app_folder) if entry.app_folder else None,
            compat=Compat(entry.compat),
        )

    @property
    @override
    def page(self) -> ScriptPanel:
        return self._page

    @property
    @override
    def socket(self) -> int | None:
        return self._state.newest_socket

    @property
    @override
    def is_open(self) -> bool:
        return self._state.is_live

    @override
    def owns(self, socket: int) -> bool:
        return self.controller.run.owns(socket)

    @override
    def entry(self) -> ScriptEntry:
        state, texts = self.controller.state, self._page.texts
        drafts = {n: text for n, text in texts.changed().items() if n != SCRIPT}
        return ScriptEntry(
            title=self.title,
            text=texts.texts()[SCRIPT],
            file=str(state.file or ""),
            app_folder=str(state.app.path) if state.app else "",
            compat=state.compat.value,
            drafts=drafts,
            expressions=self._page.console.expression.history(),
        )

    @override
    def rename(self, title: str) -> None:
        super().rename(title)
        self.controller.rename(title)

    @override
    def tick(self) -> None:
        self.controller.tick()
        if self._page.isVisible():
            self._page.console.tick()

    @override
    def focus_address(self) -> None:
        self._page.texts.editor.setFocus()

    @override
    def begin(self) -> None:
        self.controller.run_requested()

    @override
    def end(self) -> None:
        self.controller.stop_requested()

    @override
    def open_find(self) -> None:
        console = self._page.console
        if console.isAncestorOf(console.focusWidget() or self._page) and console.table.hasFocus():
            console.focus_filter()
        else:
            self._page.texts.open_find()

    @override
    async def aclose(self) -> None:
        await self.controller.aclose()
        if self._help is not None:
            self._help.deleteLater()
        await super().aclose()

    # ---- the controller's view -----------------------------------------------------------------

    def show_state(self, state: ScriptState) -> None:
        """Draw the controller's state."""
        before, self._state = self._state, state
        self._page.show_state(state)
        self.alert(state.notice, before.notice)
        if state.newest_socket != before.newest_socket:
            self.socket_changed.emit()

    def show_text(self, name: str, text: str) -> None:
        self._page.show_text(name, text)

    def focus_text(self, name: str) -> None:
        self._page.focus_text(name)

    def show_saved(self, name: str, text: str) -> None:
        self._page.texts.show_saved(name, text)
        self._page.offers.withdraw(name)

    def offer_reload(self, name: str, path: Path, text: str) -> None:
        self._page.offer_reload(name, path.name, text)

    def texts(self) -> Mapping[str, str]:
        return self._page.texts.texts()

    # ---- inside --------------------------------------------------------------------------------

    def _show_entry(self, entry: ScriptEntry) -> None:
        texts = self._page.texts
        texts.put(SCRIPT, entry.text, is_changed=bool(entry.text))
        for name, text in entry.drafts.items():
            texts.put(name, text, is_changed=True)
        self._page.console.expression.show_history(entry.expressions)

    def _connect(self) -> None:
        page, controller, bar = self._page, self.controller, self._page.bar
        bar.run_wanted.connect(controller.run_requested)
        bar.stop_wanted.connect(controller.stop_requested)
        bar.open_wanted.connect(lambda: self._spawn(self._open()))
        bar.save_wanted.connect(self._save)
        bar.save_as_wanted.connect(lambda: self._spawn(self._save_as()))
        bar.open_app_wanted.connect(lambda: self._spawn(self._open_app()))
        bar.example_wanted.connect(self._put_example)
        bar.compat_chosen.connect(self._choose_compat)
        bar.help_wanted.connect(self.show_help)
        app = page.app_bar
        app.suspend_wanted.connect(controller.run.suspend)
        app.resume_wanted.connect(controller.run.resume)
        app.reload_wanted.connect(controller.reload_requested)
        app.close_wanted.connect(controller.close_app_requested)
        page.app_file_wanted.connect(controller.app_file_requested)
        page.notice_dismissed.connect(controller.notice_dismissed)
        page.console.expression_entered.connect(controller.run.evaluate)
        page.console.clear_wanted.connect(controller.console.clear)

    def show_help(self) -> None:
        """Open the help beside the window, once."""
        if self._help is None:
            self._help = ScriptHelp(self._kit.looks, self._page)
        self._help.show()
        self._help.raise_()

    def _choose_compat(self, value: str) -> None:
        self.controller.compat_chosen(Compat(value))

    def _put_example(self, value: str) -> None:
        if self._state.app is not None:
            self.controller.close_app_requested()
        self._page.put_example(example_source(ScriptExample(value)))

    def _save(self) -> None:
        name = self._page.texts.current
        if self.controller.path_of(name) is None:
            self._spawn(self._save_as())
        else:
            self.controller.save_requested(name, None)

    async def _save_as(self) -> None:
        name = self._page.texts.current
        suggested = self.controller.path_of(name) or _documents() / SCRIPT_NAME
        path = await ask_save_path(
            self._page, self.tr("Save script"), suggested, name_filter=self._filter()
        )
        if path is not None:
            self.controller.save_requested(name, path)

    async def _open(self) -> None:
        file = self.controller.state.file
        folder = file.parent if file else _documents()
        title = self.tr("Open script")
        path = await ask_open_path(self._page, title, folder, name_filter=self._filter())
        if path is not None:
            self.controller.open_file_requested(path)

    async def _open_app(self) -> None:
        app = self.controller.state.app
        folder = app.path.parent if app else _documents()
        chosen = await ask_folder(self._page, self.tr("Open the folder of an app"), folder)
        if chosen is not None:
            self.controller.open_app_requested(chosen)

    def _filter(self) -> str:
        return self.tr("Scripts (*.js *.mjs);;All files (*)")

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        if self.scope.is_closed:
            work.close()
        else:
            self.scope.spawn(work, name=f"{self.title}: dialog")


def _documents() -> Path:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place) or Path.home())
