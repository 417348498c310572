"""`chrome.runtime` and `chrome.app.runtime`: `lastError`, and what an app learns about itself."""

import base64
import copy
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from socket_workbench.chrome.context import AppContext
from socket_workbench.chrome.events import ChromeEvent
from socket_workbench.chrome.types import InstalledInfo, LaunchData


@dataclass(frozen=True, slots=True)
class LastError:
    """Why a call failed; there only while its callback runs."""

    message: str


class Runtime:
    """`chrome.runtime` of one app."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self.id = app_id(context.manifest.document, context.label)
        """32 letters, as Chromium makes them from the manifest's key; else from the label."""
        self.onSuspend = ChromeEvent[None]("runtime.onSuspend")
        self.onStartup = ChromeEvent[None]("runtime.onStartup")
        self.onInstalled = ChromeEvent[InstalledInfo]("runtime.onInstalled")

    @property
    def lastError(self) -> LastError | None:
        """The error of the call whose callback runs now; `None` outside and on success."""
        message = self._context.last_error
        return None if message is None else LastError(message)

    def getManifest(self) -> dict[str, Any]:
        """A copy of the manifest."""
        return copy.deepcopy(dict(self._context.manifest.document))

    def getURL(self, path: str) -> str:
        """Address of a file of the app."""
        return f"chrome-extension://{self.id}/{path.removeprefix('/')}"


class AppRuntime:
    """`chrome.app.runtime` of one app."""

    def __init__(self) -> None:
        self.onLaunched = ChromeEvent[LaunchData]("app.runtime.onLaunched")


class AppNamespace:
    """`chrome.app`."""

    def __init__(self) -> None:
        self.runtime = AppRuntime()


def app_id(document: Mapping[str, Any], label: str) -> str:
    """Id of an app: the first half of a SHA-256, written with the letters a to p."""
    key = document.get("key")
    try:
        material = base64.b64decode(key, validate=True) if isinstance(key, str) else b""
    except ValueError:
        material = b""
    digest = hashlib.sha256(material or label.encode()).hexdigest()[:32]
    return "".join(chr(ord("a") + int(digit, 16)) for digit in digest)
