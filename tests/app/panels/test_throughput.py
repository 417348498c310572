from socket_workbench.capture.records import Totals
from socket_workbench.panels.throughput import ALL, INTERVAL_S, SPAN_S, Sample, Throughput


class Counters:
    """Totals that a test sets."""

    def __init__(self) -> None:
        self.by_key: dict[int | None, Totals] = {}

    def of(self, key: int | None) -> Totals:
        return self.by_key.get(key, Totals())


def test_rates_are_growth_per_second() -> None:
    counters = Counters()
    throughput = Throughput(counters.of)
    throughput.tick(10.0, lambda: [7])
    counters.by_key[7] = Totals(bytes_in=1000, events_in=4, bytes_out=500, events_out=2)

    throughput.tick(12.0, lambda: [7])

    assert throughput.samples(7) == (
        Sample(at_s=12.0, bytes_in=500, events_in=2, bytes_out=250, events_out=1),
    )


def test_what_a_socket_carried_before_the_first_look_is_no_rate() -> None:
    counters = Counters()
    counters.by_key[7] = Totals(bytes_in=10**9)
    throughput = Throughput(counters.of)

    throughput.tick(10.0, lambda: [7])
    throughput.tick(11.0, lambda: [7])

    assert [sample.bytes_in for sample in throughput.samples(7)] == [0]


def test_no_sample_before_it_is_due() -> None:
    throughput = Throughput(Counters().of)
    throughput.tick(10.0, list)

    assert not throughput.tick(10.0 + INTERVAL_S / 2, list)
    assert throughput.samples(ALL) == ()


def test_samples_are_kept_for_a_while_only() -> None:
    throughput = Throughput(Counters().of)
    for number in range(2000):
        throughput.tick(number * INTERVAL_S, list)

    samples = throughput.samples(ALL)
    assert samples[-1].at_s - samples[0].at_s <= SPAN_S


def test_socket_that_is_gone_is_forgotten() -> None:
    throughput = Throughput(Counters().of)
    throughput.tick(1.0, lambda: [7])
    throughput.tick(2.0, lambda: [7])

    throughput.tick(3.0, list)

    assert throughput.samples(7) == ()
    assert len(throughput.samples(ALL)) == 2
