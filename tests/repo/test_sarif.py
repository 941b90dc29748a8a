"""What both commands write as SARIF, against the official schema of 2.1.0 as npm's @microsoft/jest-sarif ships it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

NPM = shutil.which("npm")

pytestmark = [pytest.mark.slow, pytest.mark.skipif(NPM is None, reason="needs npm")]


@pytest.fixture(scope="module")
def official(tmp_path_factory: pytest.TempPathFactory) -> Draft4Validator:
    folder = tmp_path_factory.mktemp("npm")
    (folder / "package.json").write_text('{"private": true}', encoding="utf-8")
    command = [str(NPM), "install", "--silent", "--ignore-scripts", "--no-audit", "--no-fund", "@microsoft/jest-sarif"]
    if subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=120).returncode != 0:
        pytest.skip("npm cannot install @microsoft/jest-sarif here (no network?)")
    (file,) = folder.glob("node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0*.json")
    return Draft4Validator(json.loads(file.read_text(encoding="utf-8")), format_checker=Draft4Validator.FORMAT_CHECKER)


def written(folder: Path, *arguments: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "errpact", *arguments, "--output-format", "sarif"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    value: dict[str, Any] = json.loads(done.stdout)
    return value


def test_lint(official: Draft4Validator, root: Path) -> None:
    log = written(root / "examples" / "consumer", "lint", "--no-cache", "naive")
    assert log["runs"][0]["results"]
    assert [e.message for e in official.iter_errors(log)] == []


def test_validate(official: Draft4Validator, tmp_path: Path) -> None:
    (tmp_path / "a.ndjson").write_text('{"error": 5, "error_code": 20001}\n{"error_code": 1}\n{\n', encoding="utf-8")
    log = written(tmp_path, "validate", "--provider", "flanks", "a.ndjson")
    assert {r["ruleId"] for r in log["runs"][0]["results"]} == {"shape", "unknown-code", "not-json"}
    assert [e.message for e in official.iter_errors(log)] == []


def test_the_schema_notices_what_is_no_sarif(official: Draft4Validator) -> None:
    assert list(official.iter_errors({"version": "2.1.0", "runs": [{"tool": {}}]}))
