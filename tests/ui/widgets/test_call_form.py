"""The form of a legacy call: fields by type, what stays between methods, marks, the modern call."""

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from socket_workbench.panels.legacy_form import METHODS, draft_of, fields_of
from socket_workbench.session.script_entries import LegacyCallEntry
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.call_form import CallForm, ordered_fields
from socket_workbench_ui.widgets.method_texts import HELP, PORTING, help_text
from support.parts import part


@pytest.fixture
def form(qtbot: QtBot, qapp: QApplication) -> CallForm:
    made = CallForm(Looks(qapp, "light"))
    qtbot.addWidget(made)
    made.edited.connect(lambda entry: made.show_draft(draft_of(entry)))
    made.show()
    return made


def entry(method: str, **arguments: str) -> LegacyCallEntry:
    return LegacyCallEntry(method=method, arguments=arguments)


def text(form: CallForm, name: str) -> str:
    label = part(form, QLabel, name)
    return label.text()


@pytest.mark.parametrize("method", METHODS)
def test_every_method_has_help_and_comes_back_as_it_was_shown(form: CallForm, method: str) -> None:
    form.show_method(method)

    assert form.entry().method == method
    assert help_text(method) in text(form, "methodHelp")
    assert text(form, "modernCalls").startswith("Today: s")


@pytest.mark.parametrize("method", METHODS)
def test_every_method_has_its_fields_in_the_order_of_the_call(method: str) -> None:
    places = [ordered_fields().index(field) for field in fields_of(method)]

    assert places == sorted(places)


def test_help_is_of_methods_that_exist() -> None:
    assert set(HELP) == set(METHODS)
    assert set(PORTING) <= set(METHODS)


@pytest.mark.parametrize(
    ("shown", "kind", "name"),
    [
        ("connect", QComboBox, "socketIdCombo"),
        ("connect", QLineEdit, "hostEdit"),
        ("create", QComboBox, "typeCombo"),
        ("setNoDelay", QCheckBox, "noDelayCheck"),
        ("write", QComboBox, "formatCombo"),
        ("secure", QLineEdit, "optionsEdit"),
    ],
)
def test_field_fits_its_argument(
    form: CallForm, shown: str, kind: type[QWidget], name: str
) -> None:
    form.show_method(shown)

    assert isinstance(form.findChild(kind, name), kind)


def test_what_was_typed_stays_for_the_argument_of_the_same_name(form: CallForm) -> None:
    form.show_entry(entry("listen", socketId="4", address="127.0.0.1", port="80"))
    form.show_method("connect")

    assert form.entry().arguments == {"socketId": "4", "hostname": "", "port": "80"}


def test_data_keeps_its_format_while_other_calls_are_looked_at(form: CallForm) -> None:
    form.show_entry(LegacyCallEntry(method="write", arguments={"data": "00 ff"}, data_format="hex"))
    form.show_method("read")
    form.show_method("write")

    assert form.entry().data_format == "hex"
    assert form.entry().arguments["data"] == "00 ff"


def test_new_socket_is_kept_for_the_calls_that_come(form: CallForm) -> None:
    form.show_method("create")
    form.offer_socket(7)
    form.show_method("read")

    assert form.entry().arguments["socketId"] == "7"


def test_sockets_are_offered_with_words_and_leave_the_text(form: CallForm) -> None:
    form.show_entry(entry("read", socketId="9"))
    form.show_sockets([(1, "1 tcp, connected"), (2, "2 udp, bound")])
    combo = part(form, QComboBox, "socketIdCombo")

    assert [combo.itemText(index) for index in range(combo.count())] == ["1", "2"]
    assert combo.currentText() == "9"


def test_object_that_is_no_json_is_told(form: CallForm) -> None:
    form.show_entry(entry("secure", socketId="1", options="{tls"))
    button = part(form, QPushButton, "callButton")

    assert text(form, "argumentError") == "This is no JSON."
    assert not button.isEnabled()


def test_enter_in_a_field_calls(qtbot: QtBot, form: CallForm) -> None:
    form.show_entry(entry("connect", socketId="1", hostname="a", port="80"))
    port = part(form, QLineEdit, "portSpin")

    with qtbot.waitSignal(form.call_requested) as emitted:
        port.returnPressed.emit()

    assert emitted.args == [entry("connect", socketId="1", hostname="a", port="80")]


def test_copy_takes_the_whole_call(form: CallForm) -> None:
    form.show_entry(
        LegacyCallEntry(
            method="write", arguments={"socketId": "1", "data": "ff" * 99}, data_format="hex"
        )
    )
    button = part(form, QPushButton, "copyCodeButton")

    button.click()

    assert QApplication.clipboard().text().count("0xff") == 99
