"""The certificate view shows what it was given, says what is wrong, and lets it be taken along."""

import datetime as dt

import pytest
import trustme
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QListWidget
from pytestqt.qtbot import QtBot

from socket_workbench.panels.certificates import (
    CertificateFacts,
    CertificateProblem,
    KeyFacts,
    facts_of_pem,
)
from socket_workbench_ui.theme import Looks
from socket_workbench_ui.widgets.certificate_texts import (
    key_text,
    problem_text,
    time_left_text,
)
from socket_workbench_ui.widgets.certificate_view import CertificateView
from support.parts import button, part

CA = trustme.CA(key_type=trustme.KeyType.ECDSA)
LEAF = CA.issue_cert("localhost", "127.0.0.1", key_type=trustme.KeyType.ECDSA)
CHAIN = facts_of_pem((LEAF.cert_chain_pems[0].bytes() + CA.cert_pem.bytes()).decode())


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> CertificateView:
    made = CertificateView(Looks(qapp, "light"))
    qtbot.addWidget(made)
    return made


def chain_list(view: CertificateView) -> QListWidget:
    return part(view, QListWidget, "certificateChain")


def test_all_facts_of_the_peers_own_certificate_are_shown(view: CertificateView) -> None:
    view.show_chain(CHAIN)

    shown = dict(view.rows())
    assert shown["Names"] == "localhost\n127.0.0.1"
    assert shown["Key"] == "EC secp256r1, 256 bits"
    assert shown["SHA-256"].replace("\n", "").count(":") == 31
    assert {"Subject", "Issuer", "Valid", "Signature", "Serial number", "SHA-1"} < shown.keys()


def test_every_value_can_be_selected(view: CertificateView) -> None:
    view.show_chain(CHAIN)

    values = [one for one in view.findChildren(QLabel) if one.accessibleName()]
    selectable = Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert len(values) == 9
    assert all(one.textInteractionFlags() & selectable for one in values)


def test_issuer_is_a_click_away(view: CertificateView) -> None:
    view.show_chain(CHAIN)

    chain_list(view).setCurrentRow(1)

    assert view.shown == CHAIN[1]
    assert dict(view.rows())["Issuer"].endswith("(itself)")


def test_one_certificate_needs_no_list(view: CertificateView) -> None:
    view.show_chain(CHAIN[:1])

    assert chain_list(view).isHidden()


def test_what_is_wrong_is_told_beside_the_peers_own_only(view: CertificateView) -> None:
    advice = part(view, QLabel, "certificateAdvice")
    view.show_chain(CHAIN, [CertificateProblem.OTHER_NAME, CertificateProblem.EXPIRED])
    told = advice.text()
    chain_list(view).setCurrentRow(1)

    assert "another name" in told
    assert "expired" in told
    assert advice.isHidden()


def test_pem_can_be_copied_and_saved(qtbot: QtBot, view: CertificateView) -> None:
    view.show_chain(CHAIN)

    qtbot.mouseClick(button(view, "copyPemButton"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(view.save_requested) as asked:
        qtbot.mouseClick(button(view, "saveCertificateButton"), Qt.MouseButton.LeftButton)

    assert facts_of_pem(QApplication.clipboard().text()) == CHAIN[:1]
    assert asked.args == [CHAIN[0].pem]


def test_nothing_to_show_offers_nothing(view: CertificateView) -> None:
    view.show_chain(CHAIN)
    view.show_chain([])

    assert view.shown is None
    assert view.rows() == []
    assert not button(view, "copyPemButton").isEnabled()


@pytest.mark.parametrize("problem", CertificateProblem)
def test_every_problem_has_words(problem: CertificateProblem) -> None:
    assert problem_text(problem)[-1] in ".?"


@pytest.mark.parametrize(
    ("days", "text"), [(12.5, "days left: 12"), (-3.5, "expired, days ago: 3")]
)
def test_days_left_are_told(days: float, text: str) -> None:
    assert time_left_text(dt.timedelta(days=days)) == text


def test_days_are_counted_from_the_moment_given(view: CertificateView) -> None:
    facts: CertificateFacts = CHAIN[0]

    view.show_chain([facts], now=facts.valid_until - dt.timedelta(days=2, hours=1))

    assert "days left: 2" in dict(view.rows())["Valid"]


@pytest.mark.parametrize(
    ("key", "text"),
    [
        (KeyFacts(), "of a kind not known here"),
        (KeyFacts(kind="Ed25519"), "Ed25519"),
        (KeyFacts(kind="RSA", bits=2048), "RSA, 2048 bits"),
    ],
    ids=["unknown", "without size", "with size"],
)
def test_keys_are_told(key: KeyFacts, text: str) -> None:
    assert key_text(key) == text
