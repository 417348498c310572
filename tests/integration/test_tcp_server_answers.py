"""What a TCP server panel answers by itself, and its certificates, clicked and typed."""

import ssl
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
)

from socket_workbench_ui.wired.tcp_server import TcpServer
from support.certificates import self_signed
from support.desk import Desk, choose
from support.qt_run import RunOnQt
from support.server_desk import (
    add_rule,
    answer_file_dialog,
    generate,
    listen,
    serving_desk,
    shown_clients,
)
from support.server_panel import client_of
from support.stories import Tell

CATASTROPHE = "(a|a)*$"


def test_a_rule_is_written_and_answers(run_on_qt: RunOnQt, qapp: QApplication, home: Path) -> None:
    async def converse() -> None:
        async with serving_desk(qapp, home) as (desk, port):
            dialog = await add_rule(
                desk, "matches regular expression", r"GET (\S+)", r"got $1 ${counter}"
            )
            dialog.close()
            async with client_of(port) as (reader, writer):
                await shown_clients(desk, 1)
                writer.write(b"GET /x HTTP/1.1\r\n\r\n")
                assert await reader.readexactly(8) == b"got /x 0"
                await desk.until(lambda: "1 hits" in desk.text("responderButton"))
                await desk.row("eventLog", "sockets.tcp.send", "got /x 0")

    run_on_qt(converse())


def test_a_wrong_rule_is_marked_as_it_is_typed(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newTcpServer")
        dialog = await add_rule(desk, "matches regular expression", "a(b", r"\q")

        assert "Character 4" in desk.find(QLabel, "ruleError", dialog).text()
        pattern = desk.find(QLineEdit, "rulePatternEdit", dialog)
        assert pattern.property("invalid") is True
        QTest.keyClicks(pattern, ")")
        assert not desk.find(QLabel, "ruleError", dialog).isVisible()
        assert "no escape" in desk.find(QLabel, "ruleReplyError", dialog).text()
        await desk.until(lambda: "1 marked" in desk.text("responderButton"))

    tell(story)


def test_an_expression_without_end_is_stopped_and_started_again(
    run_on_qt: RunOnQt, qapp: QApplication, home: Path
) -> None:
    async def converse() -> None:
        async with serving_desk(qapp, home) as (desk, port):
            dialog = await add_rule(desk, "matches regular expression", CATASTROPHE, "yes")
            async with client_of(port) as (reader, writer):
                await shown_clients(desk, 1)
                await desk.until(lambda: CATASTROPHE in patterns_in_force(desk))
                writer.write(b"a" * 60 + b"b")
                state = desk.find(QLabel, "ruleState", dialog)
                await desk.until(lambda: "stopped" in state.text())
                assert "took too long" in desk.notice()
                button = desk.find(QAbstractButton, "restartRuleButton", dialog)
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                await desk.until(lambda: not button.isVisible())
                writer.write(b"aaa")
                assert await reader.readexactly(3) == b"yes"

    run_on_qt(converse())


def patterns_in_force(desk: Desk) -> list[str]:
    panel = desk.workbench.panels.current
    assert isinstance(panel, TcpServer)
    return [rule.entry.pattern for rule in panel.controller.responder.rules]


def test_tls_with_a_generated_certificate(tell: Tell, tmp_path: Path) -> None:
    async def story(desk: Desk) -> None:
        desk.do("newTcpServer")
        choose(desk, "responderCombo", "echo")
        desk.find(QCheckBox, "tlsCheck").setChecked(True)
        desk.click("listenButton")
        await desk.until(lambda: "there is no certificate" in desk.notice())

        pem = await generate(desk, tmp_path)
        port = await listen(desk)
        context = ssl.create_default_context()
        context.load_verify_locations(cadata=pem)
        async with client_of(port, ssl=context) as (reader, writer):
            writer.write(b"secret")
            assert await reader.readexactly(6) == b"secret"
            await desk.row("clientList", "1.3")
        async with client_of(port) as (reader, writer):
            writer.write(b"plain text\r\n\r\n")
            await reader.read()
            await desk.until(lambda: "TLS could not be agreed on" in desk.notice())
        assert "PRIVATE KEY" not in " ".join(desk.rows("eventLog"))

    tell(story)


def test_wrong_names_and_files_are_told_in_the_dialog(tell: Tell, tmp_path: Path) -> None:
    (tmp_path / "no.pem").write_text("hello")

    async def story(desk: Desk) -> None:
        desk.do("newTcpServer")
        desk.click("certificateButton")
        dialog = desk.find(QDialog, "serverCertificateDialog")
        message = desk.find(QLabel, "certificateMessage", dialog)
        names = desk.find(QLineEdit, "certificateNamesEdit", dialog)
        names.setText("bad..name")
        QTest.keyClick(names, Qt.Key.Key_Return)
        await desk.until(lambda: "bad..name" in message.text())

        file = desk.find(QLineEdit, "certificateFileEdit", dialog)
        file.setFocus()
        QTest.keyClicks(file, str(tmp_path / "no.pem"))
        QTest.keyClick(file, Qt.Key.Key_Return)
        await desk.until(lambda: "holds no certificate" in message.text())

    tell(story)


def test_files_are_browsed_for_and_the_certificate_alone_is_saved(
    tell: Tell, tmp_path: Path
) -> None:
    certificate, key = self_signed("demo.example").write(tmp_path)

    async def story(desk: Desk) -> None:
        desk.do("newTcpServer")
        desk.click("certificateButton")
        dialog = desk.find(QDialog, "serverCertificateDialog")
        message = desk.find(QLabel, "certificateMessage", dialog)
        await answer_file_dialog(desk, dialog, "browseCertificateButton", certificate)
        await desk.until(lambda: "no private key" in message.text())
        await answer_file_dialog(desk, dialog, "browseKeyButton", key)
        await desk.until(lambda: "fit together" in message.text())

        target = tmp_path / "saved.pem"
        await answer_file_dialog(desk, dialog, "saveCertificateButton", target)
        await desk.until(lambda: message.text().startswith("Saved as"))

        assert target.read_text() == certificate.read_text()
        desk.find(QCheckBox, "tlsCheck").setChecked(True)
        await listen(desk)
        assert "Self made" in desk.find(QAbstractButton, "certificateButton").toolTip()

    tell(story)
