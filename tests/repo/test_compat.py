"""What errpact 0.1 wrote, and what was written for it, still loads and still means the same (docs/compatibility.md).

The files in compat/ are never edited: a change that needs it is a major version.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from errpact.cli import main
from errpact.contracts import Obligation, Reply, State, classify, load, load_path, points
from errpact.contracts.settings import load_settings
from errpact.lint import baseline
from errpact.pytest_plugin import failures
from errpact.pytest_plugin.examples import Example

RELEASES = sorted(p for p in (Path(__file__).parent / "compat").iterdir() if p.is_dir())


@pytest.fixture(params=RELEASES, ids=lambda p: p.name)
def old(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A project as it was with an older errpact."""
    folder = tmp_path / "old"
    shutil.copytree(request.param, folder)
    monkeypatch.chdir(folder)
    return folder


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def test_configurations_load(old: Path) -> None:
    settings = load_settings(old, old / "pyproject.toml")
    assert settings.clients[0].provider == "flanks"
    assert settings.accepts[0].why == "agreed with the bank"


def test_contracts_load_and_classify(old: Path) -> None:
    acme, paying = load_path(old / "acme.toml"), load_path(old / "oldpay.toml")
    match = classify(acme, Reply(503, {"code": "BANK_UNAVAILABLE", "message": ""}))
    ((case, policy),) = [(c.id, c.policy) for c in match.cases]
    assert (case, policy.verb, policy.delay(1)) == ("acme:main:503/BANK_UNAVAILABLE", "after", 1800.0)
    assert "oldpay:main:E100-E199+DO_NOT_RETRY" in {c.id for c in paying.cases}
    assert list(points(paying, code_type="string"))


def test_a_baseline_still_knows_its_findings(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A minor version may find more; what was accepted stays accepted."""
    before = read(old / "lint.json")["findings"]
    known = baseline.read(old / "baseline.json")
    assert {f["fingerprint"] for f in before} <= set(known)
    assert main(["lint", "--no-cache", "--output-format", "json", "client.py"]) in (0, 1)
    now = json.loads(capsys.readouterr().out)["findings"]
    places = {(f["rule"], f["line"], f["column"], f["message"]) for f in before}
    assert [f for f in now if (f["rule"], f["line"], f["column"], f["message"]) in places] == []


def test_results_merge_and_show(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["merge", "lint.json", "tests.json", "-o", "all.json"]) == 0
    merged = read(old / "all.json")
    assert len(merged["findings"]) == len(read(old / "lint.json")["findings"])
    assert {i["nodeid"] for i in merged["items"]} == {i["nodeid"] for i in read(old / "tests.json")["items"]}
    assert main(["merge", "lint.json", "--output-format", "sarif"]) == 0
    capsys.readouterr()
    assert main(["matrix", "--results", "all.json"]) in (0, 1)
    assert "flanks:main:400/40001" in capsys.readouterr().out


def test_cases_states_and_obligations_keep_their_names(old: Path) -> None:
    known = {name for c in load("flanks").cases for name in (c.id, *c.aliases)}
    items = read(old / "tests.json")["items"]
    told = {i["case"]: i["verdicts"] for i in items}
    for operation in read(old / "lint.json")["operations"]:
        told |= operation["verdicts"]
    assert {case for case in told if ":off:" not in case} <= known
    assert {o for states in told.values() for o in states} <= set(Obligation)
    assert {s for states in told.values() for s in states.values()} <= set(State)


def test_failures_can_be_replayed(old: Path) -> None:
    data = failures.read(old / "failure.json")
    example = Example.from_json(data["example"], load(data["provider"]), data["case"])
    assert example.action().reply == Reply(400, {"error": "a", "error_code": 40001})
