import subprocess
import sys
import time

from socket_workbench.startup import process_age_s


def test_age_never_goes_back() -> None:
    ages = [process_age_s() for _ in range(3)]

    assert ages == sorted(ages)
    assert ages[0] > 0


def test_age_of_a_new_process_counts_its_start() -> None:
    code = "from socket_workbench.startup import process_age_s as age; print(age())"
    began = time.monotonic()

    output = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout

    # 0.02: the kernel counts the start in ticks of a hundredth.
    assert -0.02 <= float(output) <= time.monotonic() - began + 0.02
