"""docs/reference/json.md names exactly the keys that the two documents have."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

CLIENT = """\
import requests

def accounts(token, base_url="https://api.flanks.io"):
    return requests.post(base_url + "/v0/bank/account", json={"credentials_token": token}, timeout=9).json()["accounts"]
"""
TEST = """\
import pytest
from client import accounts

@pytest.mark.errpact("flanks", codes=[20001])
def test_accounts(errpact_case):
    errpact_case.check(lambda base_url: accounts("token", base_url), success={"accounts": []})
"""


def documented(page: Path, heading: str) -> set[str]:
    """The keys in the first table below a heading."""
    section = re.split(r"^#+ ", page.read_text(encoding="utf-8").split(f"# {heading}\n", 1)[1], flags=re.MULTILINE)[0]
    cells = re.findall(r"^\| (`.+?) \|", section, re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([sys.executable, "-m", *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    return done


@pytest.fixture
def page(root: Path) -> Path:
    return root / "docs" / "reference" / "json.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "client.py").write_text(CLIENT, encoding="utf-8")
    (tmp_path / "test_client.py").write_text(TEST, encoding="utf-8")
    return tmp_path


def test_lint(project: Path, page: Path) -> None:
    data: dict[str, Any] = json.loads(run(project, "errpact", "lint", "--output-format", "json", "client.py").stdout)
    assert set(data) == documented(page, "errpact lint --output-format json")
    assert set(data["findings"][0]) == documented(page, "A finding")
    assert set(data["operations"][0]) == documented(page, "An operation")


def test_pytest(project: Path, page: Path) -> None:
    run(project, "pytest", "-q", "-p", "no:asyncio", "--errpact-json", "out.json", "test_client.py")
    data: dict[str, Any] = json.loads((project / "out.json").read_text(encoding="utf-8"))
    assert set(data) == documented(page, "pytest --errpact-json FILE")
    assert set(data["items"][0]) == documented(page, "An item")
