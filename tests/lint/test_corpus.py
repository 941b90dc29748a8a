"""The labelled programs: what the linter finds, misses and wrongly reports is exactly what corpus/known.txt admits.
A third of them in the quick tests.

An improvement fails this test too, until `python tests/lint/score.py --write` takes it off the list.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from errpact.lint import rules

from .score import CORPUS, KNOWN, RULES, expectations, in_parallel

QUICK = 3
"""Of so many programs the quick tests look at one."""


@pytest.mark.parametrize("every", [QUICK, pytest.param(1, marks=pytest.mark.slow)])
def test_what_is_missed_and_wrongly_reported_is_what_is_admitted(every: int) -> None:
    scored = in_parallel(every)
    drawn = [e.parent.relative_to(CORPUS).as_posix() for e in expectations()[::every]]
    admitted = {ln for ln in KNOWN.read_text("utf-8").splitlines() if ln.startswith("#") or ln.split()[1] in drawn}
    now = set(scored.text().splitlines())
    if every > 1:  # the counts are of all
        admitted, now = ({ln for ln in lines if not ln.startswith("#")} for lines in (admitted, now))
    assert now - admitted == set(), "new misses or false alarms"
    assert admitted - now == set(), "these are gone: run `python tests/lint/score.py --write`"
    expects = [tomllib.loads(p.read_text("utf-8")) for p in expectations()[::every]]
    assert scored.clean == sum(e["kind"] == "clean" for e in expects) > 50
    assert scored.labels == sum(len(e.get("expect", [])) for e in expects) > 100


def test_labels_speak_of_rules_and_files_that_exist() -> None:
    assert {code for codes in RULES.values() for code in codes} <= set(rules.registry())
    for expect in CORPUS.rglob("expect.toml"):
        for label in tomllib.loads(expect.read_text("utf-8")).get("expect", []):
            assert label["defect"] in RULES
            assert label["codes"]
            for place in (label, *label.get("also", [])):
                lines = len(Path(expect.parent, place["file"]).read_bytes().splitlines())
                assert 1 <= place["lines"][0] <= place["lines"][1] <= lines
