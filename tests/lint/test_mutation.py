"""Right clients made wrong (see `mutation.score`): what is missed is exactly what mutation/known-*.txt admit, and the
right ones are silent.

An improvement fails this test too, until `python -m tests.lint.mutation.score --sample first --write` (and `second`).
"""

from __future__ import annotations

import libcst as cst
import pytest

from .mutation.operators import OPERATORS, Facts, mutants
from .mutation.oracle import seen
from .mutation.score import SAMPLES, Tally, all_scores, known, sample
from .one_file import contracts

KNOWS = Facts(frozenset({400, 401, "400", "401"}), (401, "401"), ("code", "message"))
RIGHT = """
import time
import requests

RETRIED = {400, 500}


def read(url):
    for attempt in range(3):
        try:
            body = requests.get(url, timeout=30).json()
        except ValueError:
            raise RuntimeError(url)
        if body["code"] in RETRIED and attempt < 2:
            time.sleep(60)
            continue
        if body["code"] != 400:
            raise KeyError(body["code"])
        return dict(
            body,
            url=url,
        )
"""


@pytest.fixture(scope="module")
def scored() -> dict[str, Tally]:
    return {name: all_scores(sample(name)) for name in SAMPLES}


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_missed_is_what_is_admitted(scored: dict[str, Tally], name: str) -> None:
    admitted = set(known(name).read_text("utf-8").splitlines())
    now = set(scored[name].text().splitlines())
    assert now - admitted == set(), "new misses or doubts"
    assert admitted - now == set(), f"these are gone: run `python -m tests.lint.mutation.score --sample {name} --write`"


LEAST = {
    "first": {"no-retry": 0.95, "wait": 0.95, "recognise": 0.95, "surface": 0.75, "survive": 0.95},
    "second": {"no-retry": 0.95, "wait": 0.95, "surface": 0.9, "survive": 0.95},
}
"""What share must be found at least; of the rest too few are tried to say a share.

`surface` of the first sample was 0.9 until the plugin, which is the judge, learnt to judge results without the code as
it does exceptions: it proves 28 defects where it proved 17, and of those that came lint finds fewer. 0.9 is owed.
"""


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLES)
def test_the_right_ones_are_silent_and_defects_are_found(scored: dict[str, Tally], name: str) -> None:
    assert not [line for line in scored[name].lines if line.startswith(("false ", "error "))]
    for obligation, least in LEAST[name].items():
        found, proven = scored[name].share(obligation)
        assert proven > 10
        assert found / proven > least, obligation


def test_mutants_are_programs_that_differ_in_one_place() -> None:
    made = mutants({"client.py": RIGHT}, KNOWS)
    assert len({m.operator for m in made}) > len(OPERATORS) / 2
    for mutant in made:
        cst.parse_module(mutant.source)
        assert mutant.source != RIGHT
        assert 1 <= mutant.line <= len(RIGHT.splitlines())


def test_the_wire_tells_a_right_client_from_a_wrong_one() -> None:
    """The judge of what is a defect, on one program and one that resends what must not be."""
    right = (
        "import requests\n\n\nclass Refused(Exception):\n"
        "    def __init__(self, reply):\n        self.reply = reply\n\n\n"
        "def make_client(base_url):\n    return base_url\n\n\ndef call(base_url):\n"
        "    reply = requests.post(base_url + '/v0/x', json={}, timeout=5)\n"
        "    if reply.status_code != 200:\n        raise Refused(reply)\n    return reply.json()['accounts']\n"
    )
    again = "    if reply.status_code == 400:\n        reply = requests.post(base_url + '/v0/x', json={}, timeout=5)\n"
    wrong = right.replace("    if reply", f"{again}    if reply")
    contract = contracts()["flanks"]
    (kept,) = seen({"drive.py": right}, {"accounts": [1]}, contract).values()
    (broken,) = seen({"drive.py": wrong}, {"accounts": [1]}, contract).values()
    assert kept.accepts
    assert broken.accepts
    assert kept.broken == frozenset()
    assert ("no-retry", "flanks:main:400/40001") in broken.broken
