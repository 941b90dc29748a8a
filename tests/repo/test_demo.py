"""`make demo`, as a reader runs it: it ends well, and prints what the README shows of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .transcripts import blocks


@pytest.fixture(scope="module")
def demo(root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "examples/demo.py"]
    environ = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST")}
    return subprocess.run(command, cwd=root, env=environ, capture_output=True, text=True, check=False)


@pytest.mark.slow  # the published client comes from PyPI, and three clients are tried
def test_the_demo_ends_well_and_prints_what_the_readme_shows(
    demo: subprocess.CompletedProcess[str], root: Path
) -> None:
    assert demo.returncode == 0, demo.stdout + demo.stderr
    (shown,) = [b.body for b in blocks(root / "README.md") if b.language == "text"]
    lines = [line.strip() for line in shown.splitlines() if line.strip() not in ("", "…")]
    assert len(lines) > 10
    assert [line for line in lines if line.rstrip("…").strip() not in demo.stdout] == []


@pytest.mark.slow  # as above
def test_findings_in_the_published_client_point_at_its_real_lines(
    demo: subprocess.CompletedProcess[str], root: Path
) -> None:
    import json

    assert demo.returncode == 0, demo.stdout + demo.stderr
    build = root / "build" / "demo"
    findings = json.loads((build / "flanks-client.lint.json").read_text(encoding="utf-8"))["findings"]
    assert findings
    for finding in findings:
        lines = (build / "flanks-client" / finding["path"]).read_text(encoding="utf-8").splitlines()
        assert 1 <= finding["line"] <= len(lines)
        assert lines[finding["line"] - 1].strip()
