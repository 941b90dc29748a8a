"""What fuzzing has found stays mended, and a handful of fresh changes to each seed is tried in every run.

`make fuzz` is the real campaign (campaign.py).
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .mutate import mutate
from .targets import TARGETS, Wrong, must, words

REGRESSIONS = Path(__file__).resolve().parent / "regressions"
SECONDS = 2.5  # of this process's own time, for each target


def found() -> Iterator[Any]:
    for name in TARGETS:
        for path in sorted((REGRESSIONS / name).glob("*")):
            yield pytest.param(name, path, id=f"{name}-{path.name}")


@pytest.mark.parametrize(("name", "path"), list(found()))
def test_what_was_found_stays_mended(name: str, path: Path) -> None:
    TARGETS[name].run(path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_a_few_changed_inputs(name: str) -> None:
    seeds, known = TARGETS[name].seeds(), words(name)
    end = time.process_time() + SECONDS
    number = 0
    while time.process_time() < end:
        rng = random.Random(number)  # noqa: S311 - a choice, not a secret
        data = mutate(rng.choice(seeds), rng.choice(seeds), known, number)
        try:
            TARGETS[name].run(data)
        except Exception as exc:
            raise Wrong(f"change {number} of {name} (kept by `make fuzz`): {data[:300]!r}") from exc
        number += 1
    assert number > 3


def test_changes_are_the_same_for_the_same_number_and_seldom_nothing() -> None:
    seed, other = TARGETS["config"].seeds()[:2]
    changed = [mutate(seed, other, words("config"), n) for n in range(200)]
    assert changed == [mutate(seed, other, words("config"), n) for n in range(200)]
    assert len(set(changed) - {seed}) > 150


@pytest.mark.parametrize("data", [b"", b"\0", b"\xff" * 9, b"{", b"\n" * 50, b"a" * 5000])
@pytest.mark.parametrize("name", TARGETS)
def test_what_is_nothing_at_all(name: str, data: bytes) -> None:
    TARGETS[name].run(data)


def test_a_target_can_fail() -> None:
    with pytest.raises(Wrong, match="why"):
        must(False, "why")
