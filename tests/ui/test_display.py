from pathlib import Path

import pytest

from socket_workbench_ui.display import display_problem, is_x_server_here


@pytest.mark.parametrize(
    ("platform", "environment"),
    [
        pytest.param("win32", {}, id="Windows has one"),
        pytest.param("darwin", {}, id="macOS has one"),
        pytest.param("linux", {"WAYLAND_DISPLAY": "wayland-0"}, id="Wayland"),
        pytest.param("linux", {"DISPLAY": "far.example:0"}, id="X11 over the network"),
        pytest.param("linux", {"QT_QPA_PLATFORM": "offscreen"}, id="offscreen needs none"),
        pytest.param("linux", {"QT_QPA_PLATFORM": "vnc:size=800x600"}, id="VNC needs none"),
    ],
)
def test_window_can_open(platform: str, environment: dict[str, str]) -> None:
    assert display_problem(platform, environment) is None


@pytest.mark.parametrize(
    ("environment", "part"),
    [
        pytest.param({}, "no display", id="nothing set"),
        pytest.param({"DISPLAY": ""}, "no display", id="empty"),
        pytest.param({"DISPLAY": ":6123"}, ":6123", id="no server there"),
        pytest.param({"QT_QPA_PLATFORM": "wayland"}, "WAYLAND_DISPLAY", id="Wayland wanted"),
        pytest.param(
            {"QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": "w"}, "no display", id="X11 wanted"
        ),
    ],
)
def test_missing_display_is_one_sentence(environment: dict[str, str], part: str) -> None:
    problem = display_problem("linux", environment)

    assert problem is not None
    assert part in problem
    assert "\n" not in problem


def test_server_listening_at_a_file_is_found(tmp_path: Path) -> None:
    (tmp_path / "X3").touch()

    assert is_x_server_here(":3.0", sockets=tmp_path, open_sockets=tmp_path / "none")


def test_server_listening_without_a_file_is_found(tmp_path: Path) -> None:
    listed = tmp_path / "unix"
    listed.write_text(f"Num RefCount\n0: 00000002 01 @{tmp_path}/X3\n", encoding="utf-8")

    assert is_x_server_here("unix:3", sockets=tmp_path, open_sockets=listed)
    assert not is_x_server_here("unix:33", sockets=tmp_path, open_sockets=listed)


def test_system_that_does_not_tell_is_trusted(tmp_path: Path) -> None:
    none = tmp_path / "none"

    assert is_x_server_here(":3", sockets=none, open_sockets=none)
