"""The virtual clock: real + offset, never frozen; waits are skipped however the client waits."""

from __future__ import annotations

import asyncio
import concurrent.futures
import contextlib
import gc
import ssl
import sys
import threading
import time
import types
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic as own_monotonic
from time import sleep as own_sleep

import anyio
import pytest
import trio
import uvloop

from errpact.pytest_plugin import clock, clock_holders, clock_running, clock_scan, clock_wall, selftest
from errpact.pytest_plugin.clock import Clock, Stopped

HOURS = 4 * 3600.0


def real_seconds(work: Callable[[], object]) -> float:
    begin = clock.REAL.monotonic()
    work()
    return float(clock.REAL.monotonic() - begin)


def skipped(work: Callable[[], object]) -> float:
    """Virtual seconds that some work took; it must not take them for real."""
    current = Clock()
    with clock_running.running(current):
        begin = current.now()
        assert real_seconds(work) < 2.0
        return current.now() - begin


async def _wait_for() -> None:
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(asyncio.Event().wait(), HOURS)


async def _call_later() -> None:
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    loop.call_later(HOURS, done.set_result, None)
    await done


async def _in_the_loops_threads() -> None:
    await asyncio.to_thread(time.sleep, HOURS)


def _poll() -> None:
    end = time.monotonic() + HOURS
    while time.monotonic() < end:
        time.sleep(HOURS / 100)


def _pool() -> None:
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        pool.submit(time.sleep, HOURS).result(timeout=10)


async def _move_on() -> None:
    with trio.move_on_after(HOURS):
        await trio.sleep_forever()


def _poll_wall() -> None:
    end = datetime.now() + timedelta(seconds=HOURS)
    while datetime.now() < end:
        time.sleep(60)


WAYS: dict[str, Callable[[], object]] = {
    "time.sleep": lambda: time.sleep(HOURS),
    "from time import sleep": lambda: own_sleep(HOURS),
    "Event.wait": lambda: threading.Event().wait(HOURS),
    "polling monotonic": _poll,
    "a thread": _pool,
    "asyncio.sleep": lambda: asyncio.run(asyncio.sleep(HOURS)),
    "wait_for": lambda: asyncio.run(_wait_for()),
    "call_later": lambda: asyncio.run(_call_later()),
    "to_thread": lambda: asyncio.run(_in_the_loops_threads()),
    "trio.sleep": lambda: trio.run(trio.sleep, HOURS),
    "trio's cancel scope": lambda: trio.run(_move_on),
    "anyio on trio": lambda: anyio.run(anyio.sleep, HOURS, backend="trio"),
    "uvloop": lambda: uvloop.run(asyncio.sleep(HOURS)),
    "polling datetime.now": _poll_wall,
}


@pytest.mark.parametrize("way", WAYS)
def test_four_hours_are_skipped(way: str) -> None:
    assert skipped(WAYS[way]) == pytest.approx(HOURS, abs=HOURS / 50)


def test_four_hours_cost_less_than_50_ms() -> None:
    with clock_running.running(Clock()):
        assert min(real_seconds(lambda: time.sleep(HOURS)) for _ in range(5)) < 0.05
        assert min(real_seconds(lambda: asyncio.run(asyncio.sleep(HOURS))) for _ in range(5)) < 0.05


def test_the_clock_is_never_frozen() -> None:
    with clock_running.running(Clock()):
        first = time.monotonic()
        while time.monotonic() == first:
            pass


def test_all_clocks_move_together() -> None:
    names = ("time", "monotonic", "perf_counter")
    with clock_running.running(Clock()):
        before = {name: getattr(time, name)() for name in names}
        before_ns = {name: getattr(time, f"{name}_ns")() for name in names}
        time.sleep(100)
        for name in names:
            assert getattr(time, name)() - before[name] == pytest.approx(100, abs=1)
            assert (getattr(time, f"{name}_ns")() - before_ns[name]) / 1e9 == pytest.approx(100, abs=1)
        assert own_monotonic() - before["monotonic"] == pytest.approx(100, abs=1)


@pytest.fixture(params=["time-machine", "alone"])
def wall(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The clock with the `clock` extra and without."""
    if request.param == "alone":
        monkeypatch.setattr(clock_wall, "backend", lambda: None)
    return str(request.param)


@pytest.mark.usefixtures("wall")
def test_the_wall_clock_starts_each_case_in_the_present() -> None:
    present = time.time()
    for _ in range(2):
        with clock_running.running(Clock()) as current:
            assert time.time() == pytest.approx(present, abs=5)
            time.sleep(86400)
            assert time.time() == pytest.approx(present + 86400, abs=5)
            assert time.time_ns() / 1e9 == pytest.approx(current.wall(), abs=1)
        assert time.time() == pytest.approx(present, abs=5)


def test_the_wall_clock_of_c_code_moves_with_the_extra_only(wall: str) -> None:
    before = datetime.now()
    with clock_running.running(Clock()):
        time.sleep(86400)
        days = (datetime.now() - before) / timedelta(days=1)
        assert days == pytest.approx(1 if wall == "time-machine" else 0, abs=0.01)
    assert datetime.now() - before < timedelta(minutes=1)


def test_who_reads_a_wall_clock_is_known() -> None:
    def reads() -> None:
        raise Stopped(str(datetime.now()))

    def does_not() -> None:
        raise Stopped

    for function, found in ((reads, True), (does_not, False)):
        with pytest.raises(Stopped) as info:
            function()
        # The test itself is on the way too.
        assert clock_wall.reads_wall(info.value.with_traceback(info.tb.tb_next)) is found


def test_monotonic_never_goes_back_from_case_to_case() -> None:
    with clock_running.running(Clock()):
        time.sleep(1000)
        end = time.monotonic()
    with clock_running.running(Clock()):
        assert time.monotonic() >= end


def test_a_loop_that_lives_on_never_goes_back() -> None:
    loop = asyncio.new_event_loop()
    try:
        with clock_running.running(Clock()):
            loop.run_until_complete(asyncio.sleep(1000))
            end = loop.time()
        assert loop.time() >= end
    finally:
        loop.close()


def test_a_wait_that_ends_after_its_case_takes_no_time_back() -> None:
    earlier = Clock()
    with clock_running.running(earlier):
        time.sleep(10)
    with clock_running.running(Clock()) as current:
        time.sleep(100)
        before = current.now()
        earlier.advance(5)
        time.sleep(100)
        assert current.now() - before >= 100


def test_outside_of_a_case_nothing_is_replaced() -> None:
    with clock_running.running(Clock()):
        assert time.sleep is not clock.REAL.sleep
        assert own_sleep is not None
    assert time.sleep is clock.REAL.sleep
    assert time.time is clock.REAL.time
    assert threading.Event.wait is clock.REAL.event_wait
    assert globals()["own_sleep"] is clock.REAL.sleep


def test_real_work_in_another_thread_is_waited_for() -> None:
    event = threading.Event()

    def work() -> None:
        clock.REAL.sleep(0.05)
        event.set()

    # While a server (here: this function) says that somebody works, nobody jumps.
    current = Clock(quiesce=lambda: not event.is_set())
    with clock_running.running(current):
        threading.Thread(target=work).start()
        assert event.wait(HOURS)
    assert current.offset == current.start


def test_threads_that_sleep_at_the_same_time_do_not_add_up() -> None:
    def tried() -> float:
        """The hours after which the last of them woke."""
        together = threading.Barrier(4)
        woken: dict[int, float] = {}

        def hours(number: int) -> None:
            together.wait()
            begin = time.monotonic()
            time.sleep(number * 3600)
            woken[number] = (time.monotonic() - begin) / 3600

        with clock_running.running(Clock()):
            threads = [threading.Thread(target=hours, args=(number,)) for number in (3, 1, 4, 2)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        assert all(after >= number - 0.001 for number, after in woken.items())
        return max(woken.values())

    # On a busy machine one may come late to its sleep.
    assert min(tried() for _ in range(10)) < 4.01


def test_a_thread_that_beats_does_not_hold_up_one_that_sleeps() -> None:
    stop: list[bool] = []

    def beat() -> None:
        while not stop:
            time.sleep(1)

    with clock_running.running(Clock()):
        thread = threading.Thread(target=beat)
        thread.start()
        real = clock.REAL.monotonic()
        time.sleep(4 * 3600)
        assert clock.REAL.monotonic() - real < 2
        stop.append(True)
        thread.join()


def test_one_clock_at_a_time() -> None:
    with (
        clock_running.running(Clock()),
        pytest.raises(RuntimeError, match="one case at a time"),
        clock_running.running(Clock()),
    ):
        pass


def test_waiting_without_end_is_stopped_and_cannot_be_swallowed() -> None:
    def stubborn() -> None:
        while True:
            with contextlib.suppress(Exception):
                time.sleep(1)

    with clock_running.running(Clock(max_waits=20)) as current, pytest.raises(Stopped):
        stubborn()
    assert current.runaway


def test_waits_that_grow_without_end_are_stopped_before_the_clock_loses_small_ones() -> None:
    def ever_longer() -> None:
        pause = 3.0
        while True:
            time.sleep(pause)
            pause *= 2

    with clock_running.running(Clock()) as current, pytest.raises(Stopped):
        ever_longer()
    assert current.outlived
    with clock_running.running(Clock()) as current:
        before = time.monotonic()
        time.sleep(0.01)
        assert time.monotonic() - before == pytest.approx(0.01, abs=0.005)
    assert not current.outlived


def test_negative_sleeps_are_errors_as_ever() -> None:
    with clock_running.running(Clock()), pytest.raises(ValueError, match="non-negative"):
        time.sleep(-1)


def test_the_self_test_passes_here() -> None:
    assert real_seconds(selftest.run) < selftest.WAIT


def test_the_self_test_says_what_does_not_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selftest, "_event", lambda: None)
    with pytest.raises(selftest.ClockBroken, match=r"Event\.wait"):
        selftest.run()


HELD = """
import dataclasses, functools, time

def default(seconds, sleep=time.sleep):
    sleep(seconds)

def keyword(seconds, *, sleep=time.sleep):
    sleep(seconds)

def closing(sleep):
    return lambda seconds: sleep(seconds)

closure = closing(time.sleep)
partly = functools.partial(time.sleep)

class Client:
    pause = time.sleep

    def __init__(self):
        self.own = time.sleep

@dataclasses.dataclass
class Data:
    pause: object = time.sleep

instance, dataclass = lambda s: CLIENT.own(s), lambda s: Data().pause(s)
CLIENT = Client()
"""


@pytest.mark.parametrize("name", ["default", "keyword", "closure", "partly", "instance", "dataclass"])
def test_who_took_hold_of_the_real_sleep_is_given_ours(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    module = types.ModuleType("impatient")
    monkeypatch.setitem(sys.modules, "impatient", module)
    exec(HELD, vars(module))  # noqa: S102 - our own text
    assert "impatient.default (default argument)" in clock_holders.holders()
    assert skipped(lambda: getattr(module, name)(HOURS)) == pytest.approx(HOURS, abs=HOURS / 50)
    assert not [held for held in clock_holders.holders() if "impatient" in held]
    assert real_seconds(lambda: getattr(module, name)(0.02)) >= 0.02, "it sleeps for real outside of a case"


HELD_CLOCK = """
import dataclasses, functools, time

def default(clock=time.monotonic):
    return clock()

def keyword(*, clock=time.monotonic):
    return clock()

def make(clock=time.monotonic):
    return lambda: clock()

closure = make()
partly = functools.partial(time.monotonic)

class Client:
    def __init__(self):
        self.own = time.monotonic

@dataclasses.dataclass
class Data:
    clock: object = time.monotonic

instance, dataclass = lambda: CLIENT.own(), lambda: Data().clock()
CLIENT = Client()
"""


@pytest.mark.parametrize("name", ["default", "keyword", "closure", "partly", "instance", "dataclass"])
def test_who_took_hold_of_a_clock_sees_the_time_that_was_skipped(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    module = types.ModuleType("punctual")
    monkeypatch.setitem(sys.modules, "punctual", module)
    exec(HELD_CLOCK, vars(module))  # noqa: S102 - our own text
    told = getattr(module, name)
    with clock_running.running(Clock()):
        begin = told()
        time.sleep(HOURS)
        assert told() - begin == pytest.approx(HOURS, abs=HOURS / 50)
    assert told() == pytest.approx(clock.REAL.monotonic(), abs=1), "it tells the real time outside of a case"


@pytest.mark.usefixtures("wall")
def test_who_took_hold_of_the_wall_clock_sees_each_second_once(monkeypatch: pytest.MonkeyPatch) -> None:
    module = types.ModuleType("calendar_minded")
    monkeypatch.setitem(sys.modules, "calendar_minded", module)
    exec("import time\ndef now(clock=time.time):\n    return clock()\n", vars(module))  # noqa: S102 - our own text
    with clock_running.running(Clock()):
        begin = module.now()
        time.sleep(HOURS)
        assert module.now() - begin == pytest.approx(HOURS, abs=HOURS / 50)


def test_a_module_that_takes_anothers_place_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(50):
        module = types.ModuleType("again")
        monkeypatch.setitem(sys.modules, "again", module)
        exec("import time\ndef nap(sleep=time.sleep):\n    sleep(0.01)\n", vars(module))  # noqa: S102 - our own text
        with clock_running.running(Clock()) as current:
            module.nap()
        assert current.offset - current.start == pytest.approx(0.01)
        monkeypatch.delitem(sys.modules, "again")


def test_finalizers_that_import_while_modules_are_looked_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "modules", dict(sys.modules))

    class Cycle:
        def __init__(self, number: int) -> None:
            self.number, self.me = number, self

        def __del__(self) -> None:
            sys.modules[f"late{self.number}"] = types.ModuleType("late")

    thresholds = gc.get_threshold()
    held: list[list[tuple[int, int]]] = []
    try:
        for number in range(10):
            gc.collect()
            gc.disable()
            Cycle(number)
            held.append([(number, n) for n in range(5000)])  # so that the scan finds no tuple to be used once more
            sys.modules[f"new{number}"] = types.ModuleType("new")
            gc.set_threshold(gc.get_count()[0] + 50 * number)
            gc.enable()
            clock_scan._scan()
    finally:
        gc.enable()
        gc.set_threshold(*thresholds)


def test_what_stays_on_the_real_clock_keeps_its_own() -> None:
    module = types.ModuleType("xdist")
    exec("import time\ndef default(sleep=time.sleep): ...", vars(module))  # noqa: S102 - our own text
    clock_holders.rebind()
    assert module.default.__defaults__ == (clock.REAL.sleep,)


def test_the_early_clock_reaches_default_arguments(pytester: pytest.Pytester) -> None:
    pytester.makepyprojecttoml("[tool.errpact.pytest]\nearly-clock = true\n")
    pytester.makepyfile(
        client="import time\ndef pause(seconds, sleep=time.sleep):\n    sleep(seconds)\n",
        conftest="import client\n",
        test_it="""
            import time, client
            def test_it(errpact_server):
                with errpact_server.clock() as clock:
                    client.pause(3600)
                assert clock.offset >= 3600
                begin = time.monotonic()
                client.pause(0.01)
                assert time.monotonic() - begin >= 0.01
        """,
    )
    pytester.runpytest_subprocess("-q", "-p", "no:asyncio").assert_outcomes(passed=1)


def test_the_early_clock_of_a_project_around_pytests_root(pytester: pytest.Pytester) -> None:
    """Other settings are looked for in the folders above, too."""
    pytester.makepyprojecttoml("[tool.errpact.pytest]\nearly-clock = true\n")
    inner = pytester.mkdir("service")
    (inner / "pytest.ini").write_text("[pytest]\n")
    (inner / "test_it.py").write_text(
        "import time\nfrom errpact.pytest_plugin.clock import REAL\n"
        "def test_it(): assert time.sleep is not REAL.sleep\n"
    )
    pytester.runpytest_subprocess("-q", "-p", "no:asyncio", f"--rootdir={inner}", str(inner)).assert_outcomes(passed=1)


def test_clients_share_tls_contexts_in_a_case_only() -> None:
    clock_scan.share_tls(True)
    with clock_running.running(Clock()):
        assert ssl.create_default_context() is ssl.create_default_context()
        assert ssl.create_default_context(ssl.Purpose.CLIENT_AUTH) is not ssl.create_default_context()
    assert ssl.create_default_context() is not ssl.create_default_context()
    clock_scan.share_tls(False)
    with clock_running.running(Clock()):
        assert ssl.create_default_context() is not ssl.create_default_context()
    clock_scan.share_tls(True)


def test_only_one_module_knows_asyncios_private_names(root: Path) -> None:
    knowing = {p.name for p in (root / "pytest_plugin").glob("*.py") if "_run_once" in p.read_text("utf-8")}
    assert knowing == {"clock_loops.py"}
