"""An operation that has more ways through it than are followed, or nests too deep, is never taken for a right one."""

from __future__ import annotations

from pathlib import Path

import pytest

from errpact.contracts import load_all
from errpact.contracts.settings import Client, Settings
from errpact.lint.analyse import analyse
from errpact.lint.finding import Analysis
from errpact.lint.flow import core
from errpact.lint.project import Project, SourceFile

CLIENT = b"""import requests

def ask(path):
    reply = requests.get("https://api.flanks.io/v0" + path)
    if reply.status_code != 200:
        raise RuntimeError(reply.json()["error_code"])
    return reply.json()

def both(path):
    return ask(path), ask(path + "/more")
"""


def analysed(text: bytes) -> Analysis:
    root = Path("/project")
    project = Project(root, (SourceFile("client.py", root / "client.py", text, True, True),))
    return analyse(project, Settings(root, None, clients=(Client("flanks", ("**",)),)), load_all())


def test_one_over_its_budget_is_undecided_and_what_it_calls_is_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(core, "STEPS", 20)
    result = analysed(CLIENT)
    told = {
        o.name: (o.complete, {s for states in o.verdicts.values() for s in states.values()}) for o in result.operations
    }
    assert told["both"] == (False, {"undecided"})
    assert told["ask"][0] is True
    assert "kept" in told["ask"][1]
    assert [f.line for f in result.unresolved] == [9]


def test_followed_to_its_end_it_is_decided() -> None:
    assert all(o.complete for o in analysed(CLIENT).operations)


def test_what_never_asks_the_provider_is_no_operation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("errpact.lint.operations.SILENT", 3)
    result = analysed(
        CLIENT + b"\ndef words(n):\n    a = str(n)\n    b = a * 2\n    c = b + a\n    return c + ask.__name__\n"
    )
    assert "words" not in {o.name for o in result.operations}
