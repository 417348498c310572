"""Rates are means over the last seconds and fall to zero."""

from socket_workbench.capture.records import Totals
from socket_workbench.panels.rates import SHORTEST_S, Rate, RateMeter, Rates


def test_first_look_gives_no_rate() -> None:
    assert RateMeter().take(Totals(bytes_in=10**9), at_s=5.0) == Rates()


def test_rate_is_growth_by_time() -> None:
    meter = RateMeter()
    meter.take(Totals(), at_s=1.0)

    rates = meter.take(Totals(bytes_in=300, bytes_out=20, events_in=4, events_out=2), at_s=3.0)

    assert rates == Rates(bytes_in=150, bytes_out=10, events_in=2, events_out=1)


def test_rate_falls_to_zero_when_nothing_comes() -> None:
    meter, totals = RateMeter(window_s=2.0), Totals(bytes_in=100)
    meter.take(Totals(), at_s=0.0)
    meter.take(totals, at_s=1.0)

    rates = [meter.take(totals, at_s=at_s).bytes_in for at_s in (2.0, 3.0, 4.0)]

    assert rates == [50.0, 0.0, 0.0]


def test_first_moment_shows_no_peak() -> None:
    rate = Rate()
    rate.take(0, 1.0)

    assert rate.take(100, 1.01) == 100 / SHORTEST_S


def test_same_instant_gives_no_rate() -> None:
    meter = RateMeter()
    meter.take(Totals(), at_s=1.0)

    assert meter.take(Totals(bytes_in=5), at_s=1.0) == Rates()
