"""A client that swallows what stops it is stopped all the same, and soon."""

from __future__ import annotations

import contextlib
import sys
import time
import weakref
from collections.abc import Callable, Iterator

import pytest
import requests

from errpact.contracts import load
from errpact.pytest_plugin.alarm import Alarm
from errpact.pytest_plugin.cases import select
from errpact.pytest_plugin.check import Checker
from errpact.pytest_plugin.clock import Stopped
from errpact.pytest_plugin.hanging import Patience
from errpact.pytest_plugin.options import Options
from errpact.pytest_plugin.server import Server
from errpact.pytest_plugin.trial import WrongUse


def work() -> None:
    end = time.monotonic() + 0.005
    while time.monotonic() < end:
        pass


def a_loop() -> None:
    while True:
        try:
            work()
        except BaseException:  # noqa: S112 # what these clients do wrong
            continue


def a_loop_that_waits_in_between() -> None:
    while True:
        try:
            work()
        except BaseException:
            work()


def a_loop_around_a_loop() -> None:
    while True:
        with contextlib.suppress(BaseException):
            a_loop()


def one_try_in_another() -> None:
    while True:
        try:
            with contextlib.suppress(BaseException):
                work()
            work()
        except BaseException:  # noqa: S110
            pass


def a_function_that_returns_instead() -> None:
    def safely() -> None:
        try:
            work()
        finally:
            return  # noqa: B012

    while True:
        safely()


def another_error_in_its_place() -> None:
    def translated() -> None:
        try:
            work()
        except BaseException as error:
            raise ValueError("it failed") from error

    while True:
        with contextlib.suppress(ValueError):
            translated()


def a_generator() -> None:
    def tries() -> Iterator[int]:
        while True:
            try:
                work()
                yield 1
            except BaseException:  # noqa: S110
                pass

    for _ in tries():
        pass


SWALLOWERS = (
    a_loop,
    a_loop_that_waits_in_between,
    a_loop_around_a_loop,
    one_try_in_another,
    a_function_that_returns_instead,
    another_error_in_its_place,
    a_generator,
)


@pytest.mark.parametrize("client", SWALLOWERS, ids=lambda client: client.__name__)
def test_who_swallows_what_stops_it_is_stopped(client: Callable[[], None]) -> None:
    before = (sys.gettrace(), sys.getprofile())
    begin = time.monotonic()
    with pytest.raises(Stopped), Alarm(Patience(0.02)):
        client()
    assert time.monotonic() - begin < 5
    assert (sys.gettrace(), sys.getprofile()) == before


def test_what_a_handler_tidies_up_is_tidied_up() -> None:
    steps: list[str] = []

    def forever() -> None:
        while True:
            try:
                steps.append("taken")
                work()
            except BaseException:
                steps.append("given back")

    with pytest.raises(Stopped), Alarm(Patience(0.02)):
        forever()
    assert steps[-1] == "given back"


@pytest.mark.filterwarnings("error")
def test_no_finalizer_is_stopped() -> None:
    class Connection:
        pass

    ended: list[int] = []

    def close() -> None:
        work()
        ended.append(1)

    def forever() -> None:
        while True:
            weakref.finalize(Connection(), close)
            work()

    with pytest.raises(Stopped), Alarm(Patience(0.02)):
        forever()
    assert ended


def test_waits_without_end_that_are_swallowed_take_no_more_time_than_others() -> None:
    [plan] = select(load("flanks"), codes=[50002], off=False)
    server = Server()

    def call(url: str) -> None:
        requests.get(url, timeout=5)
        while True:
            with contextlib.suppress(BaseException):
                time.sleep(1e9)

    begin = time.monotonic()
    with contextlib.closing(server), pytest.raises(WrongUse, match="the call did not end"):
        Checker(plan, Options(), "waits", lambda: server).check(call)
    assert time.monotonic() - begin < 5
