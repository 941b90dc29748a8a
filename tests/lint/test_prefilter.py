"""The prefilter never loses a finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from errpact.contracts.settings import Client, Settings
from errpact.lint.discover import Request
from errpact.lint.engine import run
from errpact.lint.prefilter import compile_triggers

CORPUS = Path(__file__).parent / "corpus"


PROGRAMS = sorted(p for p in CORPUS.glob("*/*") if p.is_dir() and p.name != "__pycache__")


QUICK = PROGRAMS[::30]
SLOW = [pytest.param(p, marks=pytest.mark.slow) for p in PROGRAMS[::6] if p not in QUICK]


@pytest.mark.parametrize("bound", [False, True])
@pytest.mark.parametrize("program", [*QUICK, *SLOW], ids=lambda p: f"{p.parent.name}-{p.name}")
def test_without_the_prefilter_nothing_more_is_found(program: Path, bound: bool) -> None:
    clients = (Client(program.parent.name, ("**",)),) if bound else ()
    settings = Settings(root=program, clients=clients)
    fast, whole = (run(Request((program,), prefilter=p), settings) for p in (True, False))
    assert fast.findings == whole.findings
    # Without it functions of files that were left alone are followed too, and may look like operations.
    assert [o for o in fast.operations if o not in whole.operations] == []


def test_triggers_do_not_depend_on_the_order_of_facts() -> None:
    one = compile_triggers(["a.example", "b.example"], ["x", "y"], ["f", "g"])
    other = compile_triggers(["b.example", "a.example"], ["y", "x"], ["g", "f"])
    assert repr(one) == repr(other)


def test_a_needle_that_holds_another_is_not_searched_for() -> None:
    assert compile_triggers(["api.flanks.io"], ["flanks"], ()).needles == (b"flanks", b"errpact:")
