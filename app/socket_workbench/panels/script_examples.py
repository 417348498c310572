"""The examples that a script panel offers; their sources are files of the resources."""

from enum import StrEnum
from importlib.resources import files


class ScriptExample(StrEnum):
    """The examples in the order of the menu; the values are the names of their files."""

    TCP_ECHO_CLIENT = "tcp_echo_client"
    TCP_SERVER = "tcp_server"
    UDP_ECHO = "udp_echo"
    MULTICAST = "multicast"
    MDNS_BROWSER = "mdns_browser"
    HTTP_SERVER = "http_server"
    NETWORK_INTERFACES = "network_interfaces"


def example_source(example: ScriptExample) -> str:
    """The text of an example."""
    folder = files("socket_workbench_resources") / "scripts" / "examples"
    return (folder / f"{example.value}.js").read_text(encoding="utf-8")
