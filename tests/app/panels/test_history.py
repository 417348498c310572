from socket_workbench.panels.history import LONGEST, SendHistory
from socket_workbench.session.fields import ComposerEntry


def entry(text: str) -> ComposerEntry:
    return ComposerEntry(text=text)


def test_steps_back_to_the_first_and_forth_to_the_draft() -> None:
    history = SendHistory()
    history.add(entry("one"))
    history.add(entry("two"))

    back = [history.back(entry("draft")), history.back(entry("two")), history.back(entry("one"))]
    forth = [history.forth(), history.forth(), history.forth()]

    assert back == [entry("two"), entry("one"), None]
    assert forth == [entry("two"), entry("draft"), None]


def test_same_thing_sent_twice_is_one_step() -> None:
    history = SendHistory()
    history.add(entry("one"))
    history.add(entry("one"))

    assert [history.back(entry("")), history.back(entry("one"))] == [entry("one"), None]


def test_nothing_sent_gives_nothing() -> None:
    history = SendHistory()

    assert (history.back(entry("draft")), history.forth()) == (None, None)


def test_oldest_is_forgotten() -> None:
    history = SendHistory()
    for number in range(LONGEST + 1):
        history.add(entry(str(number)))

    texts = [history.back(entry("")) for _ in range(LONGEST)]

    assert (texts[-1], history.back(entry(""))) == (entry("1"), None)


def test_long_texts_are_forgotten_sooner_but_never_the_last() -> None:
    history = SendHistory()
    for letter in "abc":
        history.add(ComposerEntry(text=letter * 9_000_000))

    before = [history.back(ComposerEntry()), history.back(ComposerEntry())]

    assert [entry.text[0] if entry else "" for entry in before] == ["c", ""]
