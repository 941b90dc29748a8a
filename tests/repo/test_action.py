"""The GitHub Action's own steps, run as the service runs them: bash with -eo pipefail, inputs in the environment."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

CLIENT = """\
import requests

def accounts(token):
    return requests.post("https://api.flanks.io/v0/bank/account", json={"t": token}, timeout=9).json()["accounts"]
"""


@pytest.fixture(scope="module")
def steps(root: Path) -> dict[str, dict[str, Any]]:
    yaml = pytest.importorskip("yaml", reason="in the schemas extra")
    action = yaml.safe_load((root / "action.yml").read_text(encoding="utf-8"))
    return {step["name"]: step for step in action["runs"]["steps"] if "name" in step}


@pytest.fixture
def job(tmp_path: Path) -> dict[str, str]:
    """The environment of a job in which errpact is installed."""
    home = tmp_path / "runner" / "errpact" / "bin"
    home.mkdir(parents=True)
    script = home / "errpact"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m errpact "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    return {
        "PATH": os.environ["PATH"],
        "RUNNER_TEMP": str(tmp_path / "runner"),
        "GITHUB_OUTPUT": str(tmp_path / "runner" / "output"),
    }


def perform(step: dict[str, Any], job: dict[str, str], folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    return subprocess.run(command, cwd=folder, env=job | env, capture_output=True, text=True, check=False)


def test_findings_are_annotated_uploaded_and_fail_the_job(
    steps: dict[str, dict[str, Any]], job: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "client.py").write_text(CLIENT, encoding="utf-8")
    done = perform(steps["Lint"], job, tmp_path, PATHS="src", ARGS="--no-cache")
    assert done.returncode == 0, done.stderr
    assert re.search(r"^::error .*file=src/client\.py", done.stdout, re.MULTILINE), done.stdout
    output = dict(line.split("=", 1) for line in Path(job["GITHUB_OUTPUT"]).read_text(encoding="utf-8").splitlines())
    sarif = json.loads(Path(output["sarif"]).read_text(encoding="utf-8"))
    assert sarif["version"] == "2.1.0"
    assert sarif["runs"][0]["results"]
    assert perform(steps["Result"], job, tmp_path, STATUS=output["status"]).returncode == 1


def test_a_broken_configuration_stops_it_at_once(
    steps: dict[str, dict[str, Any]], job: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.errpact]\nselekt = []\n", encoding="utf-8")
    done = perform(steps["Lint"], job, tmp_path, PATHS=".", ARGS="")
    assert done.returncode == 2
    assert "selekt" in done.stderr


def test_captured_replies_are_validated(steps: dict[str, dict[str, Any]], job: dict[str, str], tmp_path: Path) -> None:
    step = steps["Validate captured replies"]
    (tmp_path / "pyproject.toml").write_text("[tool.errpact]\n", encoding="utf-8")
    bad = {"log": {"entries": [entry({"error": 7, "error_code": 20001})]}}
    (tmp_path / "a.har").write_text(json.dumps(bad), encoding="utf-8")
    done = perform(step, job, tmp_path, CAPTURES="a.har")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "::error" in done.stdout


def entry(body: Any) -> dict[str, Any]:
    content = {"mimeType": "application/json", "text": json.dumps(body)}
    return {
        "request": {"method": "POST", "url": "https://api.flanks.io/v0/bank/account"},
        "response": {"status": 400, "content": content},
    }


def test_no_input_is_part_of_a_script(steps: dict[str, dict[str, Any]]) -> None:
    """An input inside `run:` would be shell code of whoever wrote the input."""
    scripts = {name: step["run"] for name, step in steps.items() if "run" in step}
    assert len(scripts) == 4
    assert [name for name, script in scripts.items() if "${{" in script] == []
