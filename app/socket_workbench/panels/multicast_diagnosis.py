"""Why does nothing arrive? Looked for in what the panel and the machine know."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from socket_workbench.net.adapters import Adapter, Family


class Reason(StrEnum):
    """One reason each; the comment names the values that go with it."""

    RECEIVING = "receiving"  # count; it does arrive
    NOT_BOUND = "notBound"
    PAUSED = "paused"
    NOT_JOINED = "notJoined"  # group
    PORT_DIFFERS = "portDiffers"  # port: the one typed, bound
    NO_ADAPTER = "noAdapter"
    ADAPTER_GONE = "adapterGone"  # adapter, group
    ADAPTER_DOWN = "adapterDown"  # adapter, group
    ADAPTER_WITHOUT_MULTICAST = "adapterWithoutMulticast"  # adapter, group
    ADAPTER_WITHOUT_FAMILY = "adapterWithoutFamily"  # adapter, group, family
    OTHER_ADAPTER = "otherAdapter"  # group, adapter: where it is joined, sender: where one sends
    TTL_ZERO = "ttlZero"
    LOOPBACK_OFF = "loopbackOff"
    ADAPTER_UNKNOWN = "adapterUnknown"  # group; the system chose among several
    FIREWALL = "firewall"  # port; all else is right


@dataclass(frozen=True, slots=True)
class Group:
    """A group of the panel."""

    group: str
    """Canonical IP literal."""
    adapter: str = ""
    """Name of the adapter that it is joined on; empty where the system chose."""
    is_joined: bool = False

    @property
    def family(self) -> Family:
        """Which kind of addresses the group is of."""
        return Family.IPV6 if ":" in self.group else Family.IPV4


@dataclass(frozen=True, slots=True)
class Finding:
    """A reason with what it is about."""

    reason: Reason
    values: dict[str, str | int] = field(default_factory=dict[str, str | int])


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known when the question is asked."""

    is_bound: bool = True
    is_paused: bool = False
    received: int = 0
    """Datagrams that came since the last change that matters."""
    group: str = ""
    """The group in the panel's field, canonical; empty where it holds none."""
    port: int | None = None
    """The port in the panel's field; `None` where it holds none."""
    bound_port: int | None = None
    groups: tuple[Group, ...] = ()
    sender: str = ""
    """Name of the adapter to send from; empty where the system chooses."""
    time_to_live: int = 1
    loopback: bool = True
    adapters: tuple[Adapter, ...] = ()


def diagnose(facts: Facts) -> tuple[Finding, ...]:
    """All reasons that there are, the likeliest first; never empty."""
    if facts.received:
        return (Finding(Reason.RECEIVING, {"count": facts.received}),)
    if not facts.is_bound:
        return (Finding(Reason.NOT_BOUND),)
    found = [*_of_panel(facts), *_of_adapters(facts), *_of_sending(facts)]
    if not found:
        found = [*_of_choice(facts)]
    return tuple(found) or (Finding(Reason.FIREWALL, {"port": facts.bound_port or 0}),)


def _of_panel(facts: Facts) -> Iterator[Finding]:
    if facts.is_paused:
        yield Finding(Reason.PAUSED)
    joined = [each.group for each in facts.groups if each.is_joined]
    if not joined or (facts.group and facts.group not in joined):
        yield Finding(Reason.NOT_JOINED, {"group": facts.group})
    if facts.port is not None and facts.port != facts.bound_port:
        yield Finding(Reason.PORT_DIFFERS, {"port": facts.port, "bound": facts.bound_port or 0})


def _of_adapters(facts: Facts) -> Iterator[Finding]:
    for group in (each for each in facts.groups if each.is_joined):
        if group.adapter:
            yield from _of_adapter(group, facts)
    chosen_by_system = any(each.is_joined and not each.adapter for each in facts.groups)
    if chosen_by_system and facts.adapters and not _usable(facts.adapters):
        yield Finding(Reason.NO_ADAPTER)


def _of_adapter(group: Group, facts: Facts) -> Iterator[Finding]:
    values: dict[str, str | int] = {"adapter": group.adapter, "group": group.group}
    entries = [each for each in facts.adapters if each.name == group.adapter]
    if not facts.adapters:
        return  # not looked up yet
    if not entries:
        yield Finding(Reason.ADAPTER_GONE, values)
    elif not any(each.is_up for each in entries):
        yield Finding(Reason.ADAPTER_DOWN, values)
    elif all(each.is_multicast is False and not each.is_loopback for each in entries):
        yield Finding(Reason.ADAPTER_WITHOUT_MULTICAST, values)
    elif not any(each.family is group.family for each in entries):
        yield Finding(Reason.ADAPTER_WITHOUT_FAMILY, {**values, "family": group.family.value})
    if facts.sender and facts.sender != group.adapter:
        yield Finding(Reason.OTHER_ADAPTER, {**values, "sender": facts.sender})


def _of_sending(facts: Facts) -> Iterator[Finding]:
    if facts.time_to_live == 0:
        yield Finding(Reason.TTL_ZERO)
    if not facts.loopback:
        yield Finding(Reason.LOOPBACK_OFF)


def _of_choice(facts: Facts) -> Iterator[Finding]:
    if len(_usable(facts.adapters)) > 1:
        for group in facts.groups:
            if group.is_joined and not group.adapter:
                yield Finding(Reason.ADAPTER_UNKNOWN, {"group": group.group})


def _usable(adapters: tuple[Adapter, ...]) -> set[str]:
    """Names of the adapters that multicast can come through from other machines."""
    return {
        each.name
        for each in adapters
        if each.is_up and each.is_multicast is not False and not each.is_loopback
    }
