"""`socket-workbench script`, as a process of its own."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from support.scripts import write_app

LIMIT_S = 30


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "socket_workbench.cli", "script", *map(str, arguments)]


def run(*arguments: object) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command(*arguments), capture_output=True, text=True, timeout=LIMIT_S, check=False
    )


@pytest.fixture
def script(tmp_path: Path) -> Path:
    return tmp_path / "script.js"


def test_files_run_in_order_until_nothing_is_left(script: Path, tmp_path: Path) -> None:
    script.write_text("const a = 1; setTimeout(() => console.log('later'), 50);")
    second = tmp_path / "second.js"
    second.write_text("console.log('a is', a); console.error('wrong?');")

    done = run("run", script, second)

    assert (done.returncode, done.stdout, done.stderr) == (0, "a is 1\nlater\n", "wrong?\n")


def test_error_is_told_with_place_and_stack(script: Path) -> None:
    script.write_text("\nfunction f() { x.y; }\nf();")

    done = run("run", script)

    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"{script}:2: ReferenceError: x is not defined",
        f"    at f ({script}:2:16)",
        f"    at {script}:3:1",
    ]


def test_error_in_a_timer_fails_in_the_end(script: Path) -> None:
    script.write_text("setTimeout(() => { throw 1; }, 0); setTimeout(() => console.log('on'), 30);")

    done = run("run", script)

    assert (done.returncode, done.stdout) == (1, "on\n")


def test_lines_come_as_they_are_written(script: Path) -> None:
    script.write_text("console.log('first'); setTimeout(() => {}, 20000);")

    with subprocess.Popen(command("run", script), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        began = time.monotonic()
        line = process.stdout.readline()
        process.terminate()

    assert line == "first\n"
    assert time.monotonic() - began < 10


def test_timeout_ends_well_when_the_script_only_waits(script: Path) -> None:
    script.write_text("setInterval(() => {}, 10);")

    assert run("run", "--timeout", "4", script).returncode == 0


def test_timeout_of_a_busy_script_is_an_error(script: Path) -> None:
    script.write_text("for (;;);")

    done = run("run", "--timeout", "0.7", script)

    assert (done.returncode, "still busy" in done.stderr) == (1, True)


def test_close_ends_well(script: Path) -> None:
    script.write_text("setInterval(() => console.log('tick'), 5); setTimeout(close, 50);")

    assert run("run", script).returncode == 0


def test_missing_file_is_named(tmp_path: Path) -> None:
    done = run("run", tmp_path / "gone.js")

    assert (done.returncode, "gone.js" in done.stderr) == (1, True)


APP = {
    "name": "App",
    "version": "1",
    "manifest_version": 2,
    "app": {"background": {"scripts": ["main.js"]}},
    "sockets": {"tcp": {"connect": "*:80"}},
}
MAIN = """
chrome.app.runtime.onLaunched.addListener(() => {
  console.log("launched", chrome.runtime.getManifest().name, typeof chrome.socket);
  const tcp = chrome.sockets.tcp;
  tcp.create({}, (c) => tcp.connect(c.socketId, "127.0.0.1", 9, () => {
    console.log(chrome.runtime.lastError.message);
    tcp.close(c.socketId);
  }));
});
"""


def test_app_is_launched_with_its_permissions(tmp_path: Path) -> None:
    folder = write_app(tmp_path / "app", APP, main=MAIN)

    done = run("run", folder)

    assert (done.returncode, done.stdout) == (
        0,
        "launched App undefined\nDoes not have permission\n",
    )


def test_manifest_of_files(script: Path, tmp_path: Path) -> None:
    script.write_text("console.log(typeof chrome.sockets, typeof chrome.socket);")
    folder = write_app(tmp_path / "app", {**APP, "sockets": {}})

    done = run("run", "--manifest", folder / "manifest.json", script)

    assert (done.returncode, done.stdout) == (0, "object undefined\n")


BAD = {**APP, "sockets": {"tcp": {"connect": ["*", "host:0"]}}}


@pytest.mark.parametrize("name", ["", "manifest.json"])
def test_check_accepts(name: str, tmp_path: Path) -> None:
    folder = write_app(tmp_path / "app", APP)

    assert run("check", folder / name).returncode == 0


@pytest.mark.parametrize("name", ["", "manifest.json"])
def test_check_refuses_in_the_words_of_chromium(name: str, tmp_path: Path) -> None:
    folder = write_app(tmp_path / "app", BAD)

    done = run("check", folder / name)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Invalid host:port pattern 'host:0'\n"


def test_app_with_a_bad_manifest_does_not_run(tmp_path: Path) -> None:
    folder = write_app(tmp_path / "app", BAD, main="console.log('ran')")

    done = run("run", folder)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Invalid host:port pattern 'host:0'\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "Manifest is not valid JSON.  EOF while parsing an object at line 1 column 1"),
        ("[]", "Manifest file is invalid"),
        (None, "Manifest file is missing or unreadable"),
    ],
)
def test_check_says_what_is_no_manifest(text: str | None, said: str, tmp_path: Path) -> None:
    if text is not None:
        (tmp_path / "manifest.json").write_text(text)

    done = run("check", tmp_path)

    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"{said}\n")


@pytest.mark.parametrize("seconds", ["-1", "nan", "inf", "soon"])
def test_timeout_is_a_time_that_passes(seconds: str, script: Path) -> None:
    script.write_text("")

    assert run("run", "--timeout", seconds, script).returncode == 2


def test_a_script_that_nobody_reads_ends(script: Path) -> None:
    script.write_text("setInterval(() => console.log('tick'), 5);")

    with subprocess.Popen(command("run", script), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.close()

        assert process.wait(LIMIT_S) == 0


def test_what_a_script_says_before_it_loops_is_seen(script: Path) -> None:
    script.write_text("console.log('one'); console.log('two'); for (;;);")

    done = run("run", "--timeout", "3", script)

    assert done.stdout == "one\ntwo\n"


def test_a_script_that_speaks_before_it_calls_is_not_done(script: Path) -> None:
    script.write_text(
        "chrome.app.runtime.onLaunched.addListener(() => {"
        " const ends = Date.now() + 300;"
        " while (Date.now() < ends) if (Date.now() % 100 === 0) console.log('wait');"
        " chrome.sockets.udp.create({}, (c) => chrome.sockets.udp.close(c.socketId,"
        " () => console.log('closed'))); });"
    )

    done = run("run", script)

    assert done.stdout.endswith("wait\nclosed\n")
