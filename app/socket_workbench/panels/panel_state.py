"""What panels show: states that are replaced as a whole, and the view that is given each."""

from dataclasses import dataclass, replace
from typing import Any, Generic, Protocol, TypeVar

from socket_workbench.panels.file_sending import Transfer
from socket_workbench.panels.messages import Field, Message
from socket_workbench.panels.notice import Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelState:
    """What every panel shows."""

    notice: Notice | None = None

    @property
    def wrong_field(self) -> Field:
        """The field that the notice is about."""
        return Field.NONE if self.notice is None else self.notice.field


@dataclass(frozen=True, slots=True, kw_only=True)
class SocketState(PanelState):
    """What a panel shows that speaks through a socket of its own."""

    is_paused: bool = False
    socket: int | None = None
    """The capture's key of the socket that stands for the panel; `None` while there is none."""
    label: str = ""
    """As tree and log call the socket: `tcp 3`."""
    transfer: Transfer | None = None
    """The file under way, or the last one."""


S = TypeVar("S", bound=PanelState)
Shown = TypeVar("Shown", bound=PanelState, contravariant=True)


class PanelView(Protocol[Shown]):
    """Draws the states of a panel."""

    def show_state(self, state: Shown) -> None:
        """Make everything visible that is in it agree with `state`."""
        ...


class ShownState(Generic[S]):
    """The one state of a panel; its view is given every new one."""

    def __init__(self, view: PanelView[S], state: S) -> None:
        self._view = view
        self.state = state
        """What the view shows now; `state` as it is made counts as shown."""
        self.is_closed = False
        """Whether nobody is told any more."""

    @property
    def message(self) -> Message | None:
        """What the notice is about; `None` while there is none."""
        return None if self.state.notice is None else self.state.notice.message

    def show(self, **changes: Any) -> None:
        """Replace parts of the state."""
        self.replace(replace(self.state, **changes))

    def tell(self, notice: Notice | None) -> None:
        """Show this notice, or none."""
        self.show(notice=notice)

    def replace(self, state: S) -> None:
        """Replace the whole state."""
        if state != self.state and not self.is_closed:
            self.state = state
            self._view.show_state(state)
