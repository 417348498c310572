"""Events behave as `chrome.events.Event`."""

from socket_workbench.chrome.events import ChromeEvent


def test_adding_twice_adds_once() -> None:
    event, seen = ChromeEvent[int]("x.onEvent"), list[int]()

    event.addListener(seen.append)
    event.addListener(seen.append)

    assert len(event.listeners) == 1
    assert event.hasListener(seen.append)
    assert event.hasListeners()


def test_removing_an_absent_listener_does_nothing() -> None:
    event, seen = ChromeEvent[int]("x.onEvent"), list[int]()

    event.removeListener(seen.append)
    event.addListener(seen.append)
    event.removeListener(seen.append)

    assert not event.hasListeners()
    assert not event.hasListener(seen.append)
