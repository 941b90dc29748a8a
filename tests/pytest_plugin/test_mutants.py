"""Mutants of the plugin itself: what breaks its counting, its clock or its generator makes the zoo complain."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from errpact.pytest_plugin import attempts, bodies, clock, drive, recognise, server, surface, survive, verdicts
from errpact.pytest_plugin.attempts import Attempts
from errpact.pytest_plugin.check import WrongUse
from errpact.pytest_plugin.sameness import Group

from .zoo.behaviour import BUGS, GOOD
from .zoo.by_hand import aiohttp_asyncio_sleep, requests_time_sleep
from .zoo.table import broken

Mutate = Callable[[pytest.MonkeyPatch], None]


def complaints() -> list[str]:
    """What is wrong with the plugin, according to two clients of the zoo."""
    try:
        found = [f"false alarm: {c.__name__}" for c in (requests_time_sleep, aiohttp_asyncio_sleep) if broken(c, GOOD)]
        for name, (behaviour, expected) in BUGS.items():
            by_case = broken(requests_time_sleep, behaviour, examples=12)
            if not expected <= set().union(*by_case.values()):
                found.append(f"missed: {name}")
            # No number of polls is documented: only the guard can tell.
            if name == "never gives up" and "attempts" not in by_case.get("zoo:main:202/NOT_READY", ()):
                found.append("missed: polls for ever")
    except WrongUse as error:
        found = [f"false alarm: {error}"]
    return found


def count_one(patch: pytest.MonkeyPatch) -> None:
    real = verdicts.attempts

    def one(*given: Any) -> Attempts:
        found = real(*given)
        return replace(found, hits=found.hits[:1])

    patch.setattr(verdicts, "attempts", one)


def count_every_request_as_new(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(attempts, "groups", lambda hits, earlier: [Group((number,)) for number in range(len(hits))])


def count_a_resend_as_remedied(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(attempts, "credentials", lambda hit: (("date", str(hit.at)),))


def stamp_without_the_offset(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(clock.Clock, "now", lambda self: float(clock.REAL.monotonic()))


def skip_ten_times_as_much(patch: pytest.MonkeyPatch) -> None:
    real = clock.Clock.advance
    patch.setattr(clock.Clock, "advance", lambda self, seconds: real(self, seconds * 10))


def never_wait_for_the_server(patch: pytest.MonkeyPatch) -> None:
    """The loop jumps while a reply is under way: the client's own timeout fires."""

    def busy(self: Any) -> bool:
        clock.REAL.sleep(0)
        return False

    patch.setattr(server.Server, "quiesce", busy)
    real = server.Server._reply

    def slowly(self: Any, *args: Any) -> bool:
        clock.REAL.sleep(0.01)
        return real(self, *args)

    patch.setattr(server.Server, "_reply", slowly)


def no_guard(patch: pytest.MonkeyPatch) -> None:
    real = drive.run

    def run(setup: Any, script: Any) -> Any:
        return replace(real(setup, script), runaway=False, hung=None)

    patch.setattr(drive, "run", run)


def serve_only_once(patch: pytest.MonkeyPatch) -> None:
    """`always` turns into one failure and then success."""
    real = drive.run

    def once(setup: Any, script: Any) -> Any:
        return real(setup, drive.fail(1, script, drive.succeed({"animals": []})))

    patch.setattr(drive, "run", once)


def leave_the_code_out(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(bodies, "pinned", lambda point, place: bodies.ABSENT)


def never_a_long_message(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(bodies, "fullest", bodies.smallest)
    from errpact.pytest_plugin import strategies

    patch.setattr(strategies, "_wording", lambda documented: strategies.st.just("a"))


def all_results_differ(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(recognise, "same", lambda left, right: False)


def nothing_is_a_crash(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(survive, "CRASHES", ())


def everything_is_a_crash(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(verdicts, "crashed", lambda error: True)


def everything_surfaces(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(surface, "carries", lambda example, tree: True)


def all_keys_are_one(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(verdicts, "_same_key", lambda tried: verdicts.KEPT)


def other_hosts_are_not_seen(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(verdicts, "_one_host", lambda exchange: verdicts.KEPT)


def one_attempt_has_no_gaps(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Attempts, "gaps", property(lambda self: tuple(1e9 for _ in self.hits[1:])))


MUTANTS: tuple[Mutate, ...] = (
    count_one,
    count_every_request_as_new,
    count_a_resend_as_remedied,
    stamp_without_the_offset,
    skip_ten_times_as_much,
    never_wait_for_the_server,
    no_guard,
    serve_only_once,
    leave_the_code_out,
    never_a_long_message,
    all_results_differ,
    nothing_is_a_crash,
    everything_is_a_crash,
    everything_surfaces,
    all_keys_are_one,
    other_hosts_are_not_seen,
    one_attempt_has_no_gaps,
)


@pytest.mark.slow
def test_the_plugin_as_it_is_gives_no_reason_to_complain() -> None:
    assert complaints() == []


@pytest.mark.slow
@pytest.mark.parametrize("mutate", MUTANTS, ids=lambda m: m.__name__)
def test_the_zoo_notices(mutate: Mutate, monkeypatch: pytest.MonkeyPatch) -> None:
    mutate(monkeypatch)
    assert complaints() != []
