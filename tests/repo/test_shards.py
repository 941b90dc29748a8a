"""Past one machine: several processes, shards and CI jobs say together what one says alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from errpact.cli import main

CLIENT = """\
import requests

def {name}(base_url="https://api.flanks.io"):
    for _ in range(3):
        reply = requests.post(base_url + "/v0/{name}", json={{}}, timeout=9)
        if reply.ok:
            break
    return reply.json().get("{name}")
"""
TEST = """\
import pytest
from {name} import {name}

@pytest.mark.errpact("flanks")
def test_{name}(errpact_case):
    errpact_case.check({name}, success={{"{name}": []}})
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    (folder / "pyproject.toml").write_text(
        '[tool.errpact]\n[tool.errpact.pytest]\nmax-examples = 5\n[tool.pytest.ini_options]\npythonpath = ["."]\n',
        encoding="utf-8",
    )
    for name in ("accounts", "cards"):
        (folder / f"{name}.py").write_text(CLIENT.format(name=name), encoding="utf-8")
        (folder / f"test_{name}.py").write_text(TEST.format(name=name), encoding="utf-8")
    return folder


def contract_tests(project: Path, out: str, *arguments: str) -> dict[str, Any]:
    """What the tests wrote, with the console's table as `text`."""
    command = [sys.executable, "-m", "pytest", "-p", "no:asyncio", "-p", "no:cacheprovider", "-q", "--tb=no"]
    done = subprocess.run(
        [*command, "--hypothesis-seed=1", "--errpact-json", out, *arguments],
        cwd=project, capture_output=True, text=True, check=False, env={**os.environ, "COLUMNS": "120"},
    )  # fmt: skip
    assert done.returncode == 1, done.stdout + done.stderr
    found: dict[str, Any] = json.loads((project / out).read_text(encoding="utf-8"))
    return {**found, "text": done.stdout.partition("documented cases × obligations")[2].partition("short test")[0]}


def facts(found: dict[str, Any]) -> list[tuple[Any, ...]]:
    """An item without what a clock measured."""
    return sorted(
        (i["nodeid"], i["case"], i["examples"], tuple(sorted(i["verdicts"].items())), tuple(i["requests"].values()))
        for i in found["items"]
    )


@pytest.fixture(scope="module")
def serial(project: Path) -> dict[str, Any]:
    found = contract_tests(project, "serial.json")
    assert len(found["items"]) > 40
    return found


def test_several_processes_report_what_one_reports(project: Path, serial: dict[str, Any]) -> None:
    parallel = contract_tests(project, "parallel.json", "-n", "2")
    assert facts(parallel) == facts(serial)
    assert [i["nodeid"] for i in parallel["items"]] == [i["nodeid"] for i in serial["items"]]
    assert parallel["text"] == serial["text"]


def test_shards_of_the_tests_merge_into_the_whole(project: Path, serial: dict[str, Any]) -> None:
    for name in ("accounts", "cards"):
        contract_tests(project, f"shard-{name}.json", f"test_{name}.py")
    merged = merge(project, "shard-accounts.json", "shard-cards.json")
    assert facts(merged) == facts(serial)


def test_jobs_of_lint_and_tests_merge_into_one_matrix_and_one_sarif(
    project: Path, serial: dict[str, Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project)
    for name in ("accounts", "cards"):
        main(["lint", "--no-cache", "--output-format", f"json=lint-{name}.json", f"{name}.py"])
    main(["lint", "--no-cache", "--output-format", "json=lint.json", "--output-format", "sarif=whole.sarif", "."])
    jobs = ["lint-accounts.json", "lint-cards.json"]
    merged, whole = merge(project, *jobs, "serial.json"), json.loads(Path("lint.json").read_text(encoding="utf-8"))
    assert merged["findings"] == whole["findings"] != []
    assert merged["operations"] == whole["operations"]
    assert main(["merge", *jobs, "--output-format", "sarif", "-o", "merged.sarif"]) == 0
    assert results("merged.sarif") == results("whole.sarif")
    capsys.readouterr()
    Path("all.json").write_text(json.dumps(merged), encoding="utf-8")
    shown = []
    for sources in (["all.json"], ["lint.json", "serial.json"]):
        main(["matrix", *(part for s in sources for part in ("--results", s))])
        shown.append(capsys.readouterr().out.partition("cases, ")[2])
    assert shown[0] == shown[1]
    assert "disagree" in shown[0]


def results(file: str) -> list[tuple[str, str, Any]]:
    (run,) = json.loads(Path(file).read_text(encoding="utf-8"))["runs"]
    return [(r["ruleId"], r["message"]["text"], r["partialFingerprints"]) for r in run["results"]]


def merge(project: Path, *files: str) -> dict[str, Any]:
    paths = [str(project / f) for f in files]
    assert main(["merge", *paths, "-o", str(project / "merged.json")]) == 0
    found: dict[str, Any] = json.loads((project / "merged.json").read_text(encoding="utf-8"))
    return found
