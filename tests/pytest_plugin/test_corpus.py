"""The labelled client programs of the lint corpus, run: what their labels say of a running client is what we find.

The clean ones are left alone; of each labelled defect that shows at the wire or in the result, some case is broken.
"""

from __future__ import annotations

import importlib
import json
import logging
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from errpact.pytest_plugin import session
from errpact.pytest_plugin.cases import names, select
from errpact.pytest_plugin.check import Checker, ContractBroken
from errpact.pytest_plugin.options import Options
from errpact.pytest_plugin.plans import Plan
from errpact.pytest_plugin.record import Record

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]

CORPUS = Path(__file__).parent.parent / "lint" / "corpus"
SHOWN_BY: dict[str, set[str]] = {
    "forbidden-retry": {"no-retry"},
    "retry-too-soon": {"wait"},
    "retry-too-often": {"attempts"},
    "unhandled-code": {"recognise", "survive"},
    "partial-success-ignored": {"recognise"},
    "lossy-error": {"surface"},
    "swallowed-error": {"recognise"},
}
"""Defect → obligations that it breaks; the other defects show in the source only."""


def programs() -> Iterator[Any]:
    for file in sorted(CORPUS.glob("*/*/expect.toml")):
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        if data.get("runnable"):
            yield pytest.param(file.parent, data, id=f"{file.parent.parent.name}-{file.parent.name}")


@pytest.fixture
def drive(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The program's `drive` module; its modules are forgotten afterwards, for their names repeat."""
    folder: Path = request.getfixturevalue("folder")
    monkeypatch.syspath_prepend(folder)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    logging.disable(logging.CRITICAL)
    before = set(sys.modules)
    try:
        module = importlib.import_module("drive")
    except ModuleNotFoundError as error:
        pytest.skip(f"the program needs {error.name}, which is not installed")
    yield module
    logging.disable(logging.NOTSET)
    for name in set(sys.modules) - before:
        if (getattr(sys.modules[name], "__file__", None) or "").startswith(str(folder)):
            del sys.modules[name]


def records(drive: Any, data: dict[str, Any]) -> list[tuple[Plan, Record]]:
    found: list[tuple[Plan, Record]] = []
    for plan in select(data["provider"], off=False):
        checker = Checker(plan, Options(max_examples=10), f"corpus::{plan.id}", session.server)
        try:
            record = checker.check(
                lambda base_url: drive.call(drive.make_client(base_url)), success=json.loads(data["success"])
            )
        except ContractBroken as error:
            record = error.record
        found.append((plan, record))
    return found


@pytest.mark.parametrize(("folder", "data"), list(programs()))
def test_the_running_program_does_what_its_labels_say(folder: Path, data: dict[str, Any], drive: Any) -> None:
    found = records(drive, data)
    broken = {p.id: {o for o, s in r.verdicts.items() if s == "broken"} for p, r in found}
    if data["kind"] == "clean":
        assert {case: names for case, names in broken.items() if names} == {}
    for label in data.get("expect", []):
        if wanted := SHOWN_BY.get(label["defect"]):
            meant = [p.id for p, _ in found if p.case and any(names(p.case, code) for code in label["codes"])]
            assert any(broken[case] & wanted for case in meant), (label["defect"], label["codes"])
