"""What a call leaves behind (a thread, a task, an object for the whole process) and what it means for the next one."""

from __future__ import annotations

import asyncio
import concurrent.futures
import contextlib
import functools
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
import requests

from errpact.contracts import Reply, load
from errpact.pytest_plugin import acheck, clock, clock_running, scripts
from errpact.pytest_plugin.actions import Action
from errpact.pytest_plugin.cases import select
from errpact.pytest_plugin.check import Checker, ContractBroken
from errpact.pytest_plugin.clock import Clock
from errpact.pytest_plugin.options import Options
from errpact.pytest_plugin.record import Record
from errpact.pytest_plugin.server import Server
from errpact.pytest_plugin.trial import LEFT_BEHIND, WrongUse

SUCCESS = {"accounts": [{"iban": "ES7921000813610123456789"}]}


class ClientError(Exception):
    def __init__(self, status: int, body: Any) -> None:
        super().__init__(f"HTTP {status}")
        self.status, self.body = status, body


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


@pytest.fixture
def checker(server: Server) -> Checker:
    """Of a case that must not be sent again."""
    [plan] = select(load("flanks"), codes=[50002], off=False)
    return Checker(plan, Options(max_examples=12), "left", lambda: server)


def asked(base_url: str) -> Any:
    reply = requests.post(f"{base_url}/v0/accounts", json={}, timeout=5)
    if reply.status_code != 200:
        raise ClientError(reply.status_code, reply.json())
    return reply.json()["accounts"]


def whatever_comes(call: Callable[[str], Any], base_url: str) -> None:
    with contextlib.suppress(ClientError, requests.ConnectionError):
        call(base_url)


def test_a_thread_that_goes_on_asking_is_not_counted_in_the_next_call(checker: Checker) -> None:
    stop, begins, threads = threading.Event(), [], []

    def goes_on(base_url: str, begin: threading.Event) -> None:
        begin.wait()
        while not stop.is_set():
            whatever_comes(asked, base_url)
            clock.REAL.sleep(0.001)

    def refreshes(base_url: str) -> Any:
        for begin in begins:
            begin.set()
        begins.append(threading.Event())
        threads.append(threading.Thread(target=goes_on, args=(base_url, begins[-1]), daemon=True))
        threads[-1].start()
        return asked(base_url)

    try:
        record = checker.check(refreshes, success=SUCCESS)
    finally:
        stop.set()
        for begin, thread in zip(begins, threads, strict=True):
            begin.set()
            thread.join(timeout=5)
    assert record.verdicts["no-retry"] == "kept"
    assert LEFT_BEHIND in record.notes


def test_its_waits_are_short_and_move_no_clock(checker: Checker) -> None:
    """While a call runs, what an earlier one left behind waits for hours in no time, and not by the call's clock."""
    waits: list[float] = []
    slept: list[bool] = []
    begin = threading.Event()

    def goes_on(base_url: str) -> None:
        begin.wait()
        for _ in range(20):
            whatever_comes(asked, base_url)
            time.sleep(3600)
            slept.append(True)

    def call(base_url: str) -> Any:
        if not left:
            left.append(threading.Thread(target=goes_on, args=(base_url,), daemon=True))
            left[0].start()
            return asked(base_url)
        begin.set()
        before = time.monotonic()
        clock.REAL.sleep(0.15)
        waits.append(time.monotonic() - before)
        return asked(base_url)

    left: list[threading.Thread] = []
    checker.check(call, success=SUCCESS)
    assert slept
    assert max(waits) < 5


def test_what_asks_after_the_call_has_ended_comes_when_it_comes(server: Server) -> None:
    """A thread may sleep past the end of its call, and ask when no clock is in force any more."""
    server.play(scripts.always(Action(Reply(200, SUCCESS))))
    with clock_running.running(Clock()):
        asked(server.url)
        time.sleep(3600)
    asked(server.url)
    first, second = server.hits
    assert 3600 <= second.at - first.at < 3605
    assert second.skipped - first.skipped == pytest.approx(3600)


def background(wait: Callable[[float], Any], hours: int) -> Callable[[str], Any]:
    """A client that tells its caller at once, and asks again by itself, some hours later."""

    def again(base_url: str) -> None:
        wait(hours * 3600)
        whatever_comes(asked, base_url)

    def call(base_url: str) -> Any:
        try:
            return asked(base_url)
        except ClientError:
            threading.Thread(target=again, args=(base_url,), daemon=True).start()
            raise

    return call


@pytest.mark.parametrize("wait", [time.sleep, lambda s: threading.Event().wait(s)], ids=["sleep", "event"])
@pytest.mark.parametrize(("hours", "state"), [(1, "broken"), (49, "kept")])
def test_a_resend_after_the_calls_end_comes_when_the_client_sends_it(
    server: Server, wait: Callable[[float], Any], hours: int, state: str
) -> None:
    """The page says to wait for a day or two."""
    plan = next(p for p in select(load("flanks"), codes=[20003], off=False) if p.id == "flanks:main:400/20003")
    made: list[Record] = []
    checker = Checker(plan, Options(max_examples=12), "background", lambda: server, on_record=made.append)
    with contextlib.suppress(ContractBroken):
        checker.check(background(lambda seconds: wait(seconds), hours), success=SUCCESS)
    [record] = made
    # On a busy machine a thread may come too late to be counted, and never at a wrong time.
    assert record.verdicts["wait"] == (state if record.waits else "kept")
    assert all(hours * 3600 <= gap < hours * 3600 + 60 for gap in record.waits)


def test_tasks_on_the_tests_own_loop(checker: Checker) -> None:
    async def main() -> Record:
        tasks = []

        async def fetch(base_url: str) -> Any:
            async def again() -> None:
                async with httpx.AsyncClient() as client:
                    while True:
                        await asyncio.sleep(30)
                        with contextlib.suppress(httpx.HTTPError):
                            await client.post(f"{base_url}/v0/accounts", json={})

            tasks.append(asyncio.create_task(again()))
            async with httpx.AsyncClient() as client:
                reply = await client.post(f"{base_url}/v0/accounts", json={})
            if reply.status_code != 200:
                raise ClientError(reply.status_code, reply.json())
            await asyncio.sleep(1)
            return reply.json()["accounts"]

        try:
            return await acheck.acheck(checker, fetch, success=SUCCESS)
        finally:
            for task in tasks:
                task.cancel()

    record = asyncio.run(main())
    assert record.verdicts["no-retry"] == "kept"


def test_each_call_has_an_address_of_its_own(checker: Checker) -> None:
    urls = []

    def call(base_url: str) -> Any:
        urls.append(base_url)
        return asked(base_url)

    checker.check(call, success=SUCCESS)
    assert len(set(urls)) == len(urls) > 2
    with pytest.raises(requests.ConnectionError):
        requests.get(urls[0], timeout=5)


def test_a_client_that_keeps_its_first_address_is_served_there(checker: Checker) -> None:
    @functools.cache
    def settings() -> dict[str, str]:
        return {}

    def call(base_url: str) -> Any:
        return asked(settings().setdefault("url", base_url))

    def careless(base_url: str) -> Any:
        try:
            return call(base_url)
        except ClientError:
            return asked(settings()["url"])

    record = checker.check(call, success=SUCCESS)
    assert record.verdicts["recognise"] == "kept"
    assert record.requests == (1, 1)
    with pytest.raises(ContractBroken) as caught:
        checker.check(careless, success=SUCCESS)
    assert caught.value.record.verdicts["no-retry"] == "broken"


def test_a_call_that_asks_nobody_is_told_so(checker: Checker) -> None:
    with pytest.raises(WrongUse, match="never asked the server"):
        checker.check(lambda base_url: None, success=SUCCESS)


def test_a_straggler_while_a_call_asks_nobody_holds_no_port(checker: Checker, server: Server) -> None:
    """The second call has its answer in memory; what the first one left behind goes on asking meanwhile."""
    stop, asking, threads = threading.Event(), threading.Event(), []

    def goes_on(base_url: str) -> None:
        while not stop.is_set():
            whatever_comes(asked, base_url)
            asking.set()
            clock.REAL.sleep(0.001)

    def remembers(base_url: str) -> Any:
        if not threads:
            threads.append(threading.Thread(target=goes_on, args=(base_url,), daemon=True))
            threads[0].start()
            return asked(base_url)
        asking.clear()
        asking.wait(timeout=5)
        return []

    try:
        with contextlib.suppress(WrongUse, ContractBroken):
            checker.check(remembers, success=SUCCESS)
    finally:
        stop.set()
        threads[0].join(timeout=5)
    before = server.port
    server.move()
    assert server.port != before


def test_a_known_straggler_does_not_answer_for_a_call_that_asks_nobody(checker: Checker) -> None:
    stop, asking, threads = threading.Event(), threading.Event(), []

    def goes_on(base_url: str) -> None:
        while not stop.is_set():
            whatever_comes(asked, base_url)
            asking.set()
            clock.REAL.sleep(0.001)

    def remembers(base_url: str) -> Any:
        if not threads:
            threads.append(threading.Thread(target=goes_on, args=(base_url,), daemon=True))
            threads[0].start()
            return asked(base_url)
        asking.clear()
        asking.wait(timeout=5)
        calls.append(base_url)
        return asked(base_url) if len(calls) < 3 else []

    calls: list[str] = []
    try:
        with pytest.raises(WrongUse, match="never asked the server"):
            checker.check(remembers, success=SUCCESS)
    finally:
        stop.set()
        threads[0].join(timeout=5)


def test_a_pool_that_keeps_the_first_address_is_served_there(checker: Checker) -> None:
    first: list[str] = []
    with concurrent.futures.ThreadPoolExecutor(1) as pool:

        def call(base_url: str) -> Any:
            first.append(base_url)
            return pool.submit(asked, first[0]).result(timeout=5)

        record = checker.check(call, success=SUCCESS)
    assert record.verdicts["recognise"] == "kept"
    assert record.requests == (1, 1)


def test_the_address_in_a_result_tells_nothing_apart(checker: Checker) -> None:
    def call(base_url: str) -> Any:
        whatever_comes(asked, base_url)
        return {"source": f"{base_url}/v0/accounts", "port": int(base_url.rpartition(":")[2])}

    with pytest.raises(ContractBroken) as caught:
        checker.check(call, success=SUCCESS)
    assert caught.value.record.verdicts["recognise"] == "broken"


def test_the_address_in_an_error_tells_nothing_apart(checker: Checker) -> None:
    class Failed(Exception):
        pass

    def call(base_url: str) -> Any:
        try:
            return asked(base_url)
        except ClientError:
            raise Failed(base_url.rpartition("/")[2], int(base_url.rpartition(":")[2])) from None

    with pytest.raises(ContractBroken) as caught:
        checker.check(call, success=SUCCESS)
    assert caught.value.record.verdicts["surface"] == "broken"
