"""A script panel's controller with a real V8: run, stop, fail, evaluate, live as an app."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import psutil

from socket_workbench.chrome.app import ChromeApp
from socket_workbench.chrome.manifest import Manifest
from socket_workbench.chrome.slips import Compat
from socket_workbench.panels.app_set import AppSet
from socket_workbench.panels.messages import Message
from socket_workbench.panels.script import ScriptController
from socket_workbench.panels.script_console import Level
from socket_workbench.panels.script_state import SCRIPT, ScriptPhase, ScriptState
from socket_workbench.scripting.discard import DiscardingCapture
from socket_workbench.tasks import TaskScope
from support.logs import fail_test
from support.scripts import write_app

PATIENCE_S = 20.0
BIND = """
chrome.sockets.udp.create({}, ({socketId}) =>
  chrome.sockets.udp.bind(socketId, "127.0.0.1", 0, () => console.log("bound")));
"""
APP_MANIFEST = {
    "name": "Probe",
    "version": "1",
    "manifest_version": 2,
    "app": {"background": {"scripts": ["main.js"]}},
    "sockets": {"udp": {"bind": "127.0.0.1:*"}},
}


class View:
    """Keeps what it was shown."""

    def __init__(self) -> None:
        self.state = ScriptState()
        self.edited: dict[str, str] = {SCRIPT: ""}
        self.current = SCRIPT
        self.offers: list[tuple[str, str]] = []
        self.saved: list[str] = []

    def show_state(self, state: ScriptState) -> None:
        self.state = state

    def show_text(self, name: str, text: str) -> None:
        self.edited[name] = text
        self.current = name

    def focus_text(self, name: str) -> None:
        self.current = name

    def show_saved(self, name: str, text: str) -> None:
        self.saved.append(name)

    def offer_reload(self, name: str, path: Path, text: str) -> None:
        self.offers.append((name, text))

    def texts(self) -> Mapping[str, str]:
        return self.edited


class Bench:
    """A controller, its view, and the patience to wait for what it shows."""

    def __init__(self, scope: TaskScope, storage: Path | None) -> None:
        self.view = View()
        window = ChromeApp(Manifest.allow_all(), DiscardingCapture(), scope)
        self.apps = AppSet(window)
        self.controller = ScriptController(
            self.view,
            scope.child(),
            capture=DiscardingCapture(),
            apps=self.apps,
            storage_folder=storage,
        )

    @property
    def said(self) -> list[str]:
        return [entry.text for entry in self.controller.console if entry.level is not Level.SYSTEM]

    @property
    def told(self) -> list[str]:
        return [entry.text for entry in self.controller.console if entry.level is Level.SYSTEM]

    @property
    def message(self) -> Message | None:
        return self.view.state.notice.message if self.view.state.notice else None

    def run(self, text: str) -> None:
        self.view.edited[SCRIPT] = text
        self.controller.run_requested()

    async def until(self, is_so: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while not is_so():
                await asyncio.sleep(0.01)
                self.controller.tick()

    async def phase(self, phase: ScriptPhase) -> None:
        await self.until(lambda: self.view.state.phase is phase)


@asynccontextmanager
async def bench(
    *, app: Path | None = None, file: Path | None = None, storage: Path | None = None
) -> AsyncIterator[Bench]:
    async with TaskScope(on_error=fail_test) as scope:
        made = Bench(scope, storage)
        made.controller.start("Script 1", file=file, app=app, compat=Compat.CHROMIUM)
        try:
            yield made
        finally:
            await made.controller.aclose()
    assert not [one for one in psutil.Process().children() if "scripting.host" in cmdline(one)]


def cmdline(process: psutil.Process) -> str:
    return " ".join(process.cmdline())


async def test_script_says_something_and_ends() -> None:
    async with bench() as one:
        one.run("console.log('hello', {a: 1});")
        await one.phase(ScriptPhase.ENDED)

        (entry,) = [e for e in one.controller.console if e.level is Level.LOG]

    assert entry.text == "hello { a: 1 }"
    assert entry.values[0].members[0][0] == "a"


async def test_sockets_are_in_the_set_until_it_is_stopped() -> None:
    async with bench() as one:
        one.run(BIND)
        await one.until(lambda: one.said == ["bound"] and one.view.state.sockets == 1)

        (live,) = one.apps.live()
        assert (live.identity.context, live.identity.panel) == ("Script 1", "Script 1")
        assert one.view.state.phase is ScriptPhase.RUNNING
        assert one.controller.run.owns(live.key)
        one.controller.stop_requested()
        await one.phase(ScriptPhase.STOPPED)

        assert one.apps.live() == ()
        assert one.told == ["started", "stopped"]


async def test_loop_is_told_and_can_be_stopped() -> None:
    async with bench() as one:
        one.run("console.log('round'); for (;;);")
        await one.until(lambda: one.view.state.is_stuck)

        one.controller.stop_requested()

        await one.phase(ScriptPhase.STOPPED)


async def test_stop_in_the_first_moment_leaves_nothing() -> None:
    async with bench() as one:
        one.run("setInterval(() => {}, 10)")
        await one.phase(ScriptPhase.STARTING)
        one.controller.stop_requested()
        await one.phase(ScriptPhase.STOPPED)


async def test_error_while_loading_names_its_place() -> None:
    async with bench() as one:
        one.run("const a = 1;\nmissing();")
        await one.phase(ScriptPhase.FAILED)

        (error,) = [e for e in one.controller.console if e.level is Level.ERROR]
        assert error.fault is not None
        assert (error.fault.file, error.fault.line) == ("script.js", 2)
        assert one.message is Message.SCRIPT_FAILED
        assert one.view.state.has_context, "what was defined can still be looked at"


async def test_early_form_is_refused_and_the_modern_call_named() -> None:
    async with bench() as one:
        one.run("\nchrome.socket.create('udp', '127.0.0.1', 9, {onEvent() {}});")
        await one.phase(ScriptPhase.FAILED)

        notice = one.view.state.notice
        assert notice is not None
        assert notice.message is Message.SCRIPT_CALL_REFUSED
        assert "udp.create" in str(notice.values["modern"])
        (error,) = [e for e in one.controller.console if e.level is Level.ERROR]
        assert error.fault is not None
        assert (error.fault.file, error.fault.line) == ("script.js", 2)


async def test_too_much_memory_is_told_and_it_runs_again() -> None:
    async with bench() as one:
        one.run(
            "const all = []; setInterval(() => { for (;;) all.push(new Array(1e5).fill(1.5)); })"
        )
        await one.phase(ScriptPhase.FAILED)
        assert one.message is Message.SCRIPT_MEMORY
        await one.until(lambda: not one.view.state.has_context)

        one.run("console.log('again')")
        await one.phase(ScriptPhase.ENDED)

        assert one.said[-1] == "again"
        assert one.view.state.notice is None


async def test_too_much_memory_while_loading_is_told_once() -> None:
    async with bench() as one:
        one.run("const all = []; for (;;) all.push(new Array(1e5).fill(0.5));")
        await one.phase(ScriptPhase.FAILED)
        await one.until(lambda: not one.view.state.has_context)

        assert one.message is Message.SCRIPT_MEMORY
        assert one.told == ["started", "memory"]
        assert one.said == []


async def test_killed_process_is_told_and_its_sockets_are_closed() -> None:
    async with bench() as one:
        one.run(BIND)
        await one.until(lambda: one.view.state.sockets == 1)
        (host,) = [p for p in psutil.Process().children() if "scripting.host" in cmdline(p)]
        host.kill()

        await one.phase(ScriptPhase.FAILED)

        assert one.message is Message.SCRIPT_DIED
        assert one.apps.live() == ()


async def test_expression_sees_what_the_script_has() -> None:
    async with bench() as one:
        one.run("let counter = 41;")
        await one.phase(ScriptPhase.ENDED)
        one.controller.run.evaluate("++counter")
        await one.until(lambda: len(one.said) == 2)
        one.controller.run.evaluate("nothing.at.all")
        await one.until(lambda: len(one.said) == 4)

    assert one.said == ["++counter", "42", "nothing.at.all", one.said[3]]
    assert "ReferenceError" in one.said[3]


async def test_run_again_begins_a_new_context() -> None:
    async with bench() as one:
        one.run(BIND)
        await one.until(lambda: one.view.state.sockets == 1)
        one.run("console.log(typeof before); var before = 1;")
        await one.phase(ScriptPhase.ENDED)

    assert one.said[-1] == "undefined"
    assert one.apps.live() == ()


async def test_close_by_the_script_ends_it() -> None:
    async with bench() as one:
        one.run("setInterval(() => {}, 1000); close();")

        await one.phase(ScriptPhase.ENDED)

    assert one.told == ["started", "closed"]


# ---- files ---------------------------------------------------------------------------------


async def test_file_is_opened_saved_and_watched(tmp_path: Path) -> None:
    file = tmp_path / "probe.js"
    file.write_bytes(b"\xef\xbb\xbfa();\r\nb();\r\n")
    async with bench() as one:
        one.controller.open_file_requested(file)
        await one.until(lambda: one.view.state.file == file)
        assert one.view.edited[SCRIPT] == "a();\nb();\n"

        one.view.edited[SCRIPT] = "c();\n"
        one.controller.save_requested(SCRIPT, None)
        await one.until(lambda: bool(one.view.saved))
        assert file.read_bytes() == b"\xef\xbb\xbfc();\r\n"

        file.write_text("somebody else\n")
        await one.until(lambda: bool(one.view.offers))
        assert one.view.offers == [(SCRIPT, "somebody else\n")]


async def test_unreadable_file_is_told(tmp_path: Path) -> None:
    async with bench() as one:
        one.controller.open_file_requested(tmp_path / "none.js")
        await one.until(lambda: one.message is Message.FILE_UNREADABLE)

        assert one.view.state.file is None


async def test_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    async with bench() as one:
        one.controller.save_requested(SCRIPT, tmp_path / "no" / "such.js")

        await one.until(lambda: one.message is Message.SCRIPT_NOT_SAVED)


# ---- apps ------------------------------------------------------------------------------------


async def test_app_is_opened_and_launched(tmp_path: Path) -> None:
    text = "chrome.app.runtime.onLaunched.addListener(() => console.log('launched'));"
    folder = write_app(tmp_path / "app", APP_MANIFEST, main=text)
    async with bench(app=folder) as one:
        await one.until(lambda: one.view.current == "main.js")
        app = one.view.state.app
        assert app is not None
        assert app.problem is None
        assert app.sockets == ("udp-bind:127.0.0.1:*",)
        assert app.legacy is None

        one.controller.run_requested()
        await one.until(lambda: one.said == ["launched"])


async def test_bad_manifest_shows_chromiums_text_at_its_place(tmp_path: Path) -> None:
    bad = {**APP_MANIFEST, "sockets": {"udp": {"bind": "no pattern:x"}}}
    folder = write_app(tmp_path / "app", bad, main="")
    text = json.dumps(bad, indent=2)
    (folder / "manifest.json").write_text(text)
    async with bench(app=folder) as one:
        await one.until(lambda: one.message is Message.SCRIPT_APP_INVALID)

        app = one.view.state.app
        assert app is not None
        assert app.problem is not None
        assert app.problem.text == "Invalid host:port pattern 'no pattern:x'"
        assert '"bind"' in text.splitlines()[app.problem.line - 1]
        await one.until(lambda: one.view.current == "manifest.json")

        one.view.edited["manifest.json"] = json.dumps(APP_MANIFEST)
        one.controller.save_requested("manifest.json", None)
        await one.until(lambda: one.view.state.notice is None)


async def test_manifest_that_is_no_json_has_a_place(tmp_path: Path) -> None:
    folder = write_app(tmp_path / "app", {}, main="")
    (folder / "manifest.json").write_text('{\n  // a comment\n  "name": }\n')
    async with bench(app=folder) as one:
        await one.until(lambda: one.message is Message.SCRIPT_APP_INVALID)

        app = one.view.state.app
        assert app is not None
        assert app.problem is not None
        assert (app.problem.line, app.problem.column) == (3, 11)


async def test_folder_without_manifest_is_told(tmp_path: Path) -> None:
    async with bench(app=tmp_path) as one:
        await one.until(lambda: one.message is Message.SCRIPT_APP_INVALID)


LIFE = """
chrome.sockets.udp.getSockets((all) => console.log("found", all.length));
chrome.sockets.udp.create({persistent: true}, () => {});
chrome.sockets.udp.create({}, () => console.log("made"));
"""


async def test_suspend_resume_and_reload(tmp_path: Path) -> None:
    folder = write_app(tmp_path / "app", APP_MANIFEST, main=LIFE)
    async with bench(app=folder) as one:
        await one.until(lambda: one.view.current == "main.js")
        one.controller.run_requested()
        await one.until(lambda: one.view.state.sockets == 2 and "made" in one.said)

        one.controller.run.suspend()
        await one.phase(ScriptPhase.SUSPENDED)
        await one.until(lambda: one.view.state.sockets == 1)
        one.controller.run.resume()
        await one.until(lambda: "found 1" in one.said and one.said.count("made") == 2)
        one.view.edited["main.js"] = "console.log('changed');"
        await one.phase(ScriptPhase.RUNNING)
        one.controller.reload_requested()
        await one.until(lambda: one.said[-1] == "changed")
        await one.phase(ScriptPhase.ENDED)

    assert one.told == ["started", "suspended", "resumed", "reloaded"]


async def test_draft_of_an_app_file_runs_without_being_saved(tmp_path: Path) -> None:
    folder = write_app(tmp_path / "app", APP_MANIFEST, main="console.log('disk')")
    async with bench(app=folder) as one:
        await one.until(lambda: one.view.current == "main.js")
        one.view.edited["main.js"] = "console.log('draft')"
        one.controller.run_requested()
        await one.phase(ScriptPhase.ENDED)

    assert one.said == ["draft"]
