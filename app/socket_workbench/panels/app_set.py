"""All app contexts of the window: its own, and one for each script that runs."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socket_workbench.chrome.app import ChromeApp
    from socket_workbench.chrome.live import LiveSocket


class AppSet:
    """What lives in any of the window's contexts, seen as one; views poll `revision`."""

    def __init__(self, window_app: "ChromeApp") -> None:
        self._apps = [window_app]
        self._changes = 0
        """Counts what came and went, and the revisions of those that went."""
        self._dropped = 0
        """Datagrams that the kernel dropped in contexts that went."""

    @property
    def revision(self) -> int:
        """Grows whenever the state of any live socket changed."""
        return self._changes + sum(app.revision for app in self._apps)

    @property
    def dropped_datagrams(self) -> int:
        """Datagrams that the kernel had no room for, in all contexts since the start."""
        return self._dropped + sum(app.dropped_datagrams for app in self._apps)

    def add(self, app: "ChromeApp") -> None:
        """Show the sockets of a further context."""
        self._apps.append(app)
        self._changes += 1

    def remove(self, app: "ChromeApp") -> None:
        """Forget a context; one that is not known is no error."""
        if app in self._apps:
            self._apps.remove(app)
            self._changes += app.revision + 1
            self._dropped += app.dropped_datagrams

    def live(self) -> "tuple[LiveSocket, ...]":
        """All living sockets, those of the window's own context first."""
        return tuple(socket for app in self._apps for socket in app.live())

    def owner_of(self, key: int) -> "tuple[ChromeApp, LiveSocket] | None":
        """The context of a living socket, and the socket; `None` where it is gone."""
        for app in self._apps:
            if (socket := app.live_of(key)) is not None:
                return app, socket
        return None

    def live_of(self, key: int) -> "LiveSocket | None":
        """The living socket of this key; `None` where it is gone."""
        owner = self.owner_of(key)
        return None if owner is None else owner[1]

    def live_keys(self) -> tuple[int, ...]:
        """Keys of all living sockets."""
        return tuple(key for app in self._apps for key in app.live_keys())
