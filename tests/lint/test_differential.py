"""What the linter claims of a program is what the program does.

Programs are put together at random (provider × transport × where the code is read × dispatch × wrapped errors × retry ×
wait × one module or two × sync or async, see `programs`) and run against the loopback server under the virtual clock,
each reply coming always. For every reply the linter's outcome (number of requests, lower bounds of the gaps, returns or
raises what) must be the real one; a definite claim is never wrong, and where the linter isn't sure, what happens is
among what it allows for.

Seed 20261122: 150 programs with six replies each in the fast lane, 1500 programs with ten replies each in the slow one.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, note, seed, settings
from hypothesis import strategies as st

from errpact.pytest_plugin.server import Server

from .outcome_of import PATH, Claims, Fate, claimed, happened, loaded
from .programs import (
    AGAIN,
    CHECKS,
    CODES,
    DISPATCHES,
    RANGES,
    READS,
    RETRIES,
    TRANSPORTS,
    WAITS,
    WRAPS,
    Program,
    as_async,
    in_two_modules,
    render,
)  # fmt: skip

SEED = 20261122
COMMON = settings(
    deadline=None,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@st.composite
def programs(draw: st.DrawFn) -> Program:
    """Any program."""
    provider = draw(st.sampled_from(sorted(CHECKS)))
    codes = draw(st.permutations(CODES[provider]))
    split = draw(st.integers(1, 3))
    retry = draw(st.sampled_from(RETRIES))
    return Program(
        provider=provider,
        transport=draw(st.sampled_from(TRANSPORTS)),
        check=draw(st.sampled_from(CHECKS[provider])),
        read=draw(st.sampled_from(READS[provider])),
        dispatch=draw(st.sampled_from(DISPATCHES)),
        span=draw(st.sampled_from(RANGES[provider])),
        transient=tuple(codes[:split]),
        rejected=tuple(codes[split : split + 2]),
        raises=draw(st.booleans()),
        retry=retry,
        again=draw(st.sampled_from(AGAIN)),
        wait=draw(st.sampled_from(WAITS)),
        seconds=draw(st.sampled_from((1, 2.5, 60, 14400, 90000))),
        attempts=draw(st.integers(1, 5)),
        guarded=draw(st.booleans()),
        reraise=draw(st.booleans()),
        wrap=draw(st.sampled_from(WRAPS)),
    )


LAYOUTS = ("one", "one", "two", "async", "async-two")


def laid_out(program: Program, layout: str) -> dict[str, str]:
    """The program's files."""
    source = as_async(program) if layout.startswith("async") else render(program)
    return in_two_modules(source) if layout.endswith("two") else {PATH: source}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


class Tally:
    """How often the linter was sure: a linter that never is would pass without proving anything."""

    def __init__(self) -> None:
        self.replies = 0
        self.sure = 0

    def share(self) -> float:
        return self.sure / max(1, self.replies)


def compare(claims: Claims, number: int, real: Fate, tally: Tally) -> None:
    """One reply's claims against what happened."""
    fates = claims.fates[number]
    label = claims.domain.replies[number].point.label
    story = f"{label}: claimed {fates}, happened {real}"
    assert fates or not claims.complete, f"no outcome at all: {story}"
    for certain, fate in fates:
        assert not certain or fate.says(real), story
    assert not claims.complete or any(fate.says(real) for _, fate in fates), story
    tally.replies += 1
    tally.sure += len(fates) == 1 and fates[0][0]


def hold(program: Program, layout: str, numbers: list[int], server: Server, tally: Tally) -> None:
    """The whole comparison of one program for some replies (numbers are taken modulo how many there are)."""
    sources = laid_out(program, layout)
    for path, source in sources.items():
        note(f"# {path}\n{source}")
    claims = claimed(sources, program.provider)
    with loaded(sources) as module:
        possible = [n for n in range(len(claims.fates)) if claims.domain.by_method("POST") >> n & 1]
        for number in sorted({possible[n % len(possible)] for n in numbers}):
            real = happened(module, server, claims.domain.replies[number], program.provider)
            compare(claims, number, real, tally)


def sweep(server: Server, examples: int, replies: int) -> Tally:
    tally = Tally()

    @seed(SEED)
    @settings(COMMON, max_examples=examples)
    @given(
        program=programs(),
        layout=st.sampled_from(LAYOUTS),
        numbers=st.lists(st.integers(0, 999), min_size=replies, max_size=replies),
    )
    def held(program: Program, layout: str, numbers: list[int]) -> None:
        hold(program, layout, numbers, server, tally)

    held()
    return tally


def test_claims_are_what_happens(server: Server) -> None:
    tally = sweep(server, 150, 6)
    assert tally.replies > 500
    assert tally.share() > 0.9


@pytest.mark.slow
def test_claims_are_what_happens_in_many_programs(server: Server) -> None:
    tally = sweep(server, 1500, 10)
    assert tally.share() > 0.9


@pytest.mark.parametrize(
    ("claim", "real"),
    [
        (Fate(2, (1.0,), "raises", "ApiError"), Fate(2, (1.01,), "raises", "ApiError")),
        (Fate(2, (None,), "returns"), Fate(2, (7.0,), "returns", "None")),
        (Fate(3, (5.0, 5.0), "endless"), Fate(40, (5.0,) * 39, "endless")),
    ],
)
def test_a_true_claim_passes(claim: Fate, real: Fate) -> None:
    assert claim.says(real)


@pytest.mark.parametrize(
    "real",
    [
        Fate(1, (), "raises", "ApiError"),
        Fate(2, (0.5,), "raises", "ApiError"),
        Fate(2, (1.0,), "raises", "Transient"),
        Fate(2, (1.0,), "returns"),
        Fate(2, (1.0,), "endless"),
    ],
)
def test_a_wrong_claim_is_noticed(real: Fate) -> None:
    assert not Fate(2, (1.0,), "raises", "ApiError").says(real)
