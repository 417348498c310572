"""Multicast between two network namespaces: it goes by the adapter that was chosen."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from support.two_networks import Networks, run_in, two_networks, why_not

PEER = Path(__file__).resolve().parents[2] / "support/multicast_peer.py"
GROUPS = {"IPv4": "239.255.77.7", "IPv6": "ff02::4d4d"}


@pytest.fixture(scope="module")
def networks() -> Iterator[Networks]:
    if reason := why_not():
        pytest.skip(reason)
    with two_networks() as networks:
        yield networks


@pytest.mark.parametrize("family", GROUPS)
@pytest.mark.parametrize("cable", [0, 1], ids=["first cable", "second cable"])
def test_group_is_heard_on_the_adapter_it_was_joined_on(
    networks: Networks, family: str, cable: int
) -> None:
    near, other = networks.cables[cable], networks.cables[1 - cable]
    call = {"group": GROUPS[family], "port": str(47000 + cable)}
    with (
        run_in(networks.here, PEER, near) as here,
        run_in(networks.there, PEER, f"{other}x") as elsewhere,
        run_in(networks.there, PEER, f"{near}x") as there,
    ):
        assert here.ask(do="join", **call)["joined"] == [GROUPS[family]]
        assert elsewhere.ask(do="send", **call)["sent"]
        assert there.ask(do="send", **call)["sent"]

        assert here.ask(do="hear")["heard"] == [f"{GROUPS[family]} by {near}x"]


def test_answer_goes_back_by_the_same_cable(networks: Networks) -> None:
    cable = networks.cables[1]
    call = {"group": GROUPS["IPv4"], "port": "47010"}
    with (
        run_in(networks.here, PEER, cable) as here,
        run_in(networks.there, PEER, f"{cable}x") as there,
    ):
        for side in (here, there):
            side.ask(do="join", **call)
        here.ask(do="send", **call)
        assert there.ask(do="hear")["heard"] == [f"{GROUPS['IPv4']} by {cable}"]
        here.ask(do="hear")  # its own, by loopback
        there.ask(do="send", **call)

        assert here.ask(do="hear")["heard"] == [f"{GROUPS['IPv4']} by {cable}x"]
