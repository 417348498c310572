"""The window at work: controllers, views and regions, connected to each other and kept."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QTimer

from socket_workbench.capture.reader import CaptureReader
from socket_workbench.capture.store import Capture
from socket_workbench.capture.window import RowWindow
from socket_workbench.chrome.app import ChromeApp
from socket_workbench.chrome.manifest import Manifest
from socket_workbench.chrome.slips import Compat
from socket_workbench.panels.adapters import AdaptersController
from socket_workbench.panels.app_set import AppSet
from socket_workbench.panels.byte_saving import ByteSaver
from socket_workbench.panels.document import DocumentController
from socket_workbench.panels.examples import ExamplesController
from socket_workbench.panels.notice import Notice
from socket_workbench.panels.preferences import PreferencesController
from socket_workbench.panels.recording import RecordingController
from socket_workbench.panels.recordings import Recordings, RecoveryController
from socket_workbench.panels.socket_actions import SocketActions
from socket_workbench.session.schema import PanelEntry
from socket_workbench.session.tcp_entries import TcpClientEntry
from socket_workbench.settings import SettingsStore
from socket_workbench.tasks import TaskScope
from socket_workbench_ui.adapter_use import AdapterUse
from socket_workbench_ui.byte_saving_window import ByteSavingWindow
from socket_workbench_ui.capture_pages import CapturePages
from socket_workbench_ui.document_window import DocumentWindow
from socket_workbench_ui.frame_clock import FrameClock
from socket_workbench_ui.help_window import HelpWindow
from socket_workbench_ui.language import spoken
from socket_workbench_ui.main_window import MainWindow, Regions
from socket_workbench_ui.mirror_window import MirrorWindow
from socket_workbench_ui.models.event_log import EventLogModel
from socket_workbench_ui.notifications import Notifications, Tray
from socket_workbench_ui.palette_window import PaletteWindow
from socket_workbench_ui.panel_kinds import KINDS, kind_of
from socket_workbench_ui.panel_set import PanelSet
from socket_workbench_ui.preferences_window import PreferencesWindow
from socket_workbench_ui.recording_window import RecordingWindow
from socket_workbench_ui.recovery_window import RecoveryWindow
from socket_workbench_ui.selection import Selection
from socket_workbench_ui.texts import notice_text
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.throughput_window import ThroughputWindow
from socket_workbench_ui.widgets.adapter_table import AdapterTable
from socket_workbench_ui.widgets.data_view import DataView
from socket_workbench_ui.widgets.event_log_view import EventLogView
from socket_workbench_ui.widgets.socket_info import SocketInfo
from socket_workbench_ui.widgets.socket_tree import SocketTree
from socket_workbench_ui.widgets.throughput_graph import ThroughputGraph
from socket_workbench_ui.window_commands import WindowCommands
from socket_workbench_ui.wired.panel import Panel, PanelKit

WIRED = "socket_workbench_ui.wired"
DOCUMENT_CHECK_MS = 400
WARM_UP_S = 0.3
"""From the first paint until the panels' code is loaded, unless one is opened before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbenchParts:
    """What the window is given; it closes none of it."""

    capture: Capture
    reader: CaptureReader
    looks: Looks
    settings: SettingsStore
    recordings: Recordings
    layout: QSettings


class Workbench(QObject):
    """One window with everything that works in it."""

    def __init__(self, parts: WorkbenchParts, scope: TaskScope) -> None:
        super().__init__()
        self._parts, self._scope = parts, scope
        self._closed = asyncio.Event()
        self._saved_rows = -1
        self._is_panels_turn = False
        self.app = ChromeApp(
            manifest=Manifest.allow_all(),
            capture=parts.capture,
            scope=scope,
            compat=Compat.DOCUMENTED,
            label="window",
        )
        self._apps = AppSet(self.app)
        self._build_regions()
        self._build_window()
        self._build_controllers()
        self._connect()

    @property
    def capture(self) -> Capture:
        """The record of what happens in this window."""
        return self._parts.capture

    @property
    def is_capture_saved(self) -> bool:
        """Whether all that was recorded has been saved, so that the original may go."""
        return self._parts.capture.count <= self._saved_rows

    async def run(self, file: Path | None = None) -> None:
        """Show the window, open `file` in it, and wait until the user closes it."""
        self.window.layout_of_docks.restore()
        self.window.show()
        self._clock.start()
        self._slow_clock.start(DOCUMENT_CHECK_MS)
        if file is not None:
            self.document.open_requested(file)
        try:
            await self._closed.wait()
        finally:
            self._clock.stop()
            self._slow_clock.stop()
            await self.panels.aclose()
            await self.app.aclose()
            self._captures.close()
            self.log.close_files()

    def leave(self) -> None:
        """Close the window without asking."""
        self.window.leave()

    def on_first_paint(self, act: Callable[[], None]) -> None:
        """Call `act` once the window has been painted and takes input."""
        self.window.painted.connect(act)

    def tell_trouble(self, text: str) -> None:
        """Show what went wrong on the way here."""
        self.window.messages.tell(text, topic=text, is_error=True)

    def _tell_refusal(self, notice: Notice) -> None:
        """Show what a socket said no to that was asked of it in the tree."""
        text = notice_text(notice).plain()
        self.window.messages.tell(text, topic="socket", is_error=True)

    def tell_crash(self, text: str) -> None:
        """Show an error that no one expected; its traceback is in the log."""
        message = self.tr(
            "Something went wrong that should not have: {error}. The program goes on."
        )
        self.window.messages.tell(message.format(error=text), topic="crash", is_error=True)

    def open_example(self, entry: TcpClientEntry) -> None:
        """Open an example's panel and connect it; implements `ExamplesView`."""
        self.panels.open(entry).begin()

    def show_example_failure(self, detail: str) -> None:
        """Say that no practice server could be started."""
        text = self.tr("The practice server could not be started: {detail}").format(detail=detail)
        self.window.messages.tell(text, topic="example", is_error=True)

    def _build_regions(self) -> None:
        parts, looks = self._parts, self._parts.looks
        self._tree = SocketTree(looks, self._apps, parts.capture)
        self._info = SocketInfo(looks, self._apps, parts.capture.totals)
        self._data = DataView(looks, self._scope)
        rows = RowWindow(parts.capture.path, parts.capture)
        self.log = EventLogView(EventLogModel(rows, looks), looks, parts.capture.totals)
        self._adapter_table = AdapterTable(looks)
        self._graph = ThroughputGraph(looks)

    def _build_window(self) -> None:
        looks = self._parts.looks
        regions = Regions(
            socket_tree=self._tree,
            adapters=self._adapter_table,
            socket_info=self._info,
            data=self._data,
            event_log=self.log,
            throughput=self._graph,
        )
        self.window = MainWindow(looks, regions, self._parts.layout)
        self.window.status.permissions.setText(self.tr("permissions: all allowed"))
        self._kit = PanelKit(
            app=self.app,
            apps=self._apps,
            capture=self._parts.capture,
            looks=looks,
            scope=self._scope,
            adapters=lambda: self.adapters.adapters,
        )
        self.panels = PanelSet(self._make_panel, self.window.tabs, self._scope)
        self._adapter_use = AdapterUse(self._adapter_table, self.panels)
        self._captures = CapturePages(self.window.tabs, looks)
        self._selection = Selection(self.panels, self._tree, self._info, self._data)
        self._throughput = ThroughputWindow(
            self._graph, self._tree, self._apps, self._parts.capture
        )
        self._clock = FrameClock(self)
        self._slow_clock = QTimer(self)

    def _make_panel(self, entry: PanelEntry) -> Panel:
        # Loaded late: the window is on the screen sooner without all that panels need.
        kind = kind_of(entry)
        make = getattr(import_module(f"{WIRED}.{kind.module}"), kind.panel)
        return make(self._kit, entry)

    def _build_controllers(self) -> None:
        parts, scope = self._parts, self._scope
        self._notifications = Notifications(Tray(self.window).show_message)
        self._preferences_window = PreferencesWindow(
            self.window, parts.looks, self.panels, self._notifications
        )
        self.preferences = PreferencesController(parts.settings, self._preferences_window, scope)
        self._document_window = DocumentWindow(
            self.window, self.panels, self._captures, parts.capture
        )
        self.document = DocumentController(self._document_window, self.preferences, scope)
        self._recording_window = RecordingWindow(self.window)
        self.recording = RecordingController(parts.capture, self._recording_window, scope)
        self.adapters = AdaptersController(self._adapter_table, scope)
        self._examples = ExamplesController(self, scope)
        self._recovery_window = RecoveryWindow(self.window)
        self._recovery = RecoveryController(parts.recordings, self._recovery_window, scope)
        self._mirror = MirrorWindow(self.window, self.panels, self._apps, scope)
        self._actions = SocketActions(self._apps, scope, self._tell_refusal)
        self._byte_saver = ByteSaver(ByteSavingWindow(self.window), scope)
        self._palette = PaletteWindow(self.window, self._apps, self._selection)
        self.help = HelpWindow(self.window, parts.looks, spoken(parts.settings.current.language))
        self._commands = WindowCommands(self.window, self.panels, self.log, self._data)
        self._preferences_window.show_settings(parts.settings.current)

    def _connect(self) -> None:
        self._connect_document()
        self._connect_panels()
        self.window.painted.connect(self._begin_background_work)
        self._clock.ticked.connect(self._tick)
        self._slow_clock.timeout.connect(self._check_document)

    def _connect_document(self) -> None:
        window, commands, document = self.window, self.window.commands, self.document
        commands["newSession"].triggered.connect(document.new_requested)
        commands["openFile"].triggered.connect(partial(document.open_requested, None))
        commands["saveSession"].triggered.connect(document.save_requested)
        commands["saveSessionAs"].triggered.connect(document.save_as_requested)
        commands["saveCaptureAs"].triggered.connect(
            lambda: self.recording.save_requested(document.path)
        )
        commands["quit"].triggered.connect(document.close_requested)
        window.close_wanted.connect(document.close_requested)
        window.left.connect(self._closed.set)
        window.files_dropped.connect(self._open_dropped)
        self._preferences_window.file_chosen.connect(document.open_requested)
        self._preferences_window.theme_chosen.connect(self.preferences.theme_chosen)
        self._preferences_window.settings_chosen.connect(self.preferences.settings_chosen)
        commands["settings"].triggered.connect(
            lambda: self._preferences_window.open_dialog(self.preferences.current)
        )
        self._recording_window.stop_requested.connect(self.recording.stop_requested)
        self._recording_window.resume_requested.connect(self.recording.resume_requested)
        self._recording_window.saved.connect(self._take_saved_capture)
        self._recovery_window.open_requested.connect(document.open_requested)
        self._recovery_window.discard_requested.connect(self._recovery.discard_requested)

    def _connect_panels(self) -> None:
        window, panels = self.window, self.panels
        for source in (panels, self._captures):
            source.count_changed.connect(window.show_panels)
        for kind in KINDS:
            window.commands[kind.command].triggered.connect(partial(panels.open_new, kind))
        window.start_page.new_panel_wanted.connect(panels.open_new)
        window.start_page.example_wanted.connect(self._examples.example_wanted)
        panels.alerted.connect(self._notifications.tell)
        panels.host_used.connect(self.preferences.remember_host)
        show_live = partial(self._selection.show_event, self._parts.reader)
        panels.event_selected.connect(show_live)
        self.log.event_selected.connect(show_live)
        self._captures.event_selected.connect(self._selection.show_event)
        self._captures.closed.connect(self._selection.forget)
        self._data.save_requested.connect(self._byte_saver.save_requested)
        self._tree.call_requested.connect(self._actions.call_requested)
        self._tree.mirror_requested.connect(self._mirror.mirror_socket)

    def _begin_background_work(self) -> None:
        """Start what the first paint need not wait for."""
        if self._scope.is_closed:
            return
        self.adapters.start()
        self._recovery.start()
        self._scope.spawn(_load_panels(), name="load the panels' code")

    def _tick(self) -> None:
        # In turns: to draw both big tables takes half a frame, and whoever waits, waits for it all.
        self._is_panels_turn = not self._is_panels_turn
        if self._is_panels_turn:
            self.panels.tick()
            self._captures.tick()
        else:
            self.log.tick()
            self._tree.tick()
            self._info.tick()
            self._throughput.tick()
        self.recording.tick()

    def _check_document(self) -> None:
        self.document.refresh()
        self.window.status.show_dropped(self._apps.dropped_datagrams)
        latency = self.tr("window answered in {ms} ms").format(ms=self._clock.answer_ms())
        self.window.status.latency.setText(latency)

    def _open_dropped(self, files: list[Path]) -> None:
        for file in files:
            self.document.open_requested(file)

    def _take_saved_capture(self, path: Path) -> None:
        self._saved_rows = self._parts.capture.count
        self.document.capture_saved(path)


async def _load_panels() -> None:
    """Let the first panel of a kind open as fast as every other."""
    await asyncio.sleep(WARM_UP_S)
    for kind in KINDS:  # in a thread: it takes a quarter of a second, and the window must live
        await asyncio.to_thread(import_module, f"{WIRED}.{kind.module}")
