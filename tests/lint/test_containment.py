"""A fault of errpact's own costs what it happened at: it is told with the rule and the file, the rest is still said."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from errpact.cli import main
from errpact.lint import analyse, operations, rules, verdicts
from errpact.lint.draft import Draft
from errpact.lint.flow.interp import Interp
from errpact.lint.judgement import Judgement

CLIENT = """\
import requests

def accounts{n}(token):
    for _ in range(9):
        reply = requests.post("https://api.flanks.io/v0/bank/account", json={{"t": token}}, timeout=9)
        if reply.ok:
            return reply.json()["accounts"]
"""
FAULTS = (RecursionError, MemoryError, KeyError)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pyproject.toml").write_text("[tool.errpact]\n", encoding="utf-8")
    for n in (1, 2):
        (tmp_path / f"client{n}.py").write_text(CLIENT.format(n=n), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def linted(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any], str]:
    code = main(["lint", "--output-format", "json", *arguments])
    captured = capsys.readouterr()
    return code, json.loads(captured.out), captured.err


def found(data: dict[str, Any]) -> set[tuple[str, str]]:
    return {(f["rule"], f["path"]) for f in data["findings"]}


def fails_at(real: Callable[[Judgement], Iterator[Draft]], path: str, fault: type[Exception]) -> Any:
    """A rule that works until it comes to a file."""

    def check(judged: Judgement) -> Iterator[Draft]:
        for draft in real(judged):
            if draft.site[0] == path:
                raise fault("oops")
            yield draft

    return check


@pytest.mark.parametrize("fault", FAULTS)
def test_a_rule_that_crashes_is_named_with_its_file_and_the_other_rules_still_speak(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, fault: type[Exception]
) -> None:
    whole = found(linted(capsys)[1])
    assert {("EP101", "client2.py"), ("EP102", "client2.py")} <= whole
    checks = {**rules.checks(), "EP101": fails_at(rules.checks()["EP101"], "client2.py", fault)}
    monkeypatch.setattr(rules, "checks", lambda: checks)
    code, data, err = linted(capsys, "--no-cache")
    assert code == 2
    assert data["errors"] == [
        {"where": "rule EP101", "path": "client2.py", "message": f"{fault.__name__}: {fault('oops')}"}
    ]
    assert "internal error in rule EP101 at client2.py" in err
    assert "Traceback" not in err
    assert whole - found(data) == {("EP101", "client2.py")}


def fails_for(real: Any, fault: type[Exception]) -> Any:
    """A stage that fails wherever one of its arguments comes from the first file."""

    def stage(*arguments: Any) -> Any:
        paths = [getattr(getattr(a, "root", a), "path", a) for a in arguments]
        paths += [a.site[0] for a in arguments if isinstance(a, Draft)]
        if "client1.py" in paths:
            raise fault("oops")
        return real(*arguments)

    return stage


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize(
    ("owner", "name"),
    [(operations, "_prepared"), (verdicts, "_of_run"), (analyse, "finding")],
    ids=["following a function", "verdicts", "wording"],
)
def test_a_stage_that_crashes_at_one_file_costs_that_file_only(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    owner: Any,
    name: str,
    fault: type[Exception],
) -> None:
    others = {f for f in found(linted(capsys)[1]) if f[1] == "client2.py"}
    monkeypatch.setattr(owner, name, fails_for(getattr(owner, name), fault))
    code, data, err = linted(capsys, "--no-cache")
    assert {f for f in found(data) if f[1] == "client2.py"} == others != set()
    assert "Traceback" not in err
    if (name, fault) == ("_prepared", RecursionError):  # a limit of the analysis, not a fault
        assert data["statistics"]["unresolved"] >= 1
        return
    assert code == 2
    assert {e["path"] for e in data["errors"]} == {"client1.py"}


def test_a_module_that_cannot_be_run_costs_that_module_only(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Interp.exec_stmt

    def stage(self: Interp, stmt: Any, st: Any, cx: Any) -> Any:
        if cx.module == "client1.py" and cx.func is None:
            raise KeyError("oops")
        return real(self, stmt, st, cx)

    monkeypatch.setattr(Interp, "exec_stmt", stage)
    code, data, _ = linted(capsys, "--no-cache")
    assert code == 2
    assert {e["path"] for e in data["errors"]} == {"client1.py"}
    assert ("EP101", "client2.py") in found(data)


def test_a_fault_of_the_command_itself_is_one_line_without_values(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> None:
        raise ValueError("CPF 12345678909")

    monkeypatch.setattr("errpact.contracts.validation.run.Run.__init__", crash)
    (project / "a.json").write_text("{}", encoding="utf-8")
    assert main(["validate", "--provider", "flanks", "a.json"]) == 2
    err = capsys.readouterr().err
    assert err.startswith("errpact: internal error: ValueError at test_containment.py:")
    assert "12345678909" not in err
    assert err.count("\n") == 1
