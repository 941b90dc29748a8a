"""The alarm stops a client anywhere but where a lock is taken or let go, unless it stays there."""

from __future__ import annotations

import threading
import time

import pytest

from errpact.pytest_plugin.alarm import SPARED, Alarm
from errpact.pytest_plugin.clock import Stopped
from errpact.pytest_plugin.hanging import Patience


def spin(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


class Gate:
    """A lock that is taken and let go in Python code, as a queue's is."""

    def __init__(self, slowly: float) -> None:
        self.lock = threading.Lock()
        self.slowly = slowly

    def __enter__(self) -> None:
        self.lock.acquire()
        spin(self.slowly)

    def __exit__(self, *_: object) -> None:
        spin(self.slowly)
        self.lock.release()

    def lock_data(self) -> None:
        """As coverage does it, where a file is measured that wasn't before."""
        self.lock.acquire()
        spin(self.slowly)

    def unlock_data(self) -> None:
        spin(self.slowly)
        self.lock.release()


def test_no_lock_stays_taken() -> None:
    gate = Gate(slowly=0.05)

    def forever() -> None:
        while True:
            with gate:
                spin(0.03)  # longer than from one alarm to the next: there is a moment that is good for one

    with pytest.raises(Stopped), Alarm(Patience(0.02)):
        forever()
    assert not gate.lock.locked()


def test_no_lock_of_what_measures_the_client_stays_taken() -> None:
    gate = Gate(slowly=0.05)

    def forever() -> None:
        while True:
            gate.lock_data()
            gate.unlock_data()
            spin(0.03)

    with pytest.raises(Stopped), Alarm(Patience(0.02)):
        forever()
    assert not gate.lock.locked()


def test_a_client_that_never_comes_out_is_stopped_all_the_same() -> None:
    gate = Gate(slowly=60.0)
    begin = time.monotonic()
    with pytest.raises(Stopped), Alarm(Patience(0.02)), gate:
        pass
    assert time.monotonic() - begin < 0.02 * SPARED + 30
