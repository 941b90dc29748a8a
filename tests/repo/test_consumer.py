"""A repository that has folders named like ours keeps its own, with errpact installed beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import FOLDERS, Run

TEST = """
import sys

import contracts, lint, pytest_plugin, schemas
import errpact.contracts

def test_the_names_are_ours():
    for package in (contracts, lint, pytest_plugin, schemas):
        assert package.OWNER == "consumer"
        assert "errpact" not in package.__file__
        # Rewriting another project's modules would change how they behave under test.
        assert "AssertionRewritingHook" not in type(package.__loader__).__name__

def test_errpact_is_there_too():
    assert errpact.contracts.load("flanks").provider == "flanks"
    assert errpact.contracts is not contracts
"""


@pytest.fixture
def consumer(tmp_path: Path) -> Path:
    repo = tmp_path / "consumer"
    for name in (*FOLDERS, "tests"):
        (repo / name).mkdir(parents=True)
        (repo / name / "__init__.py").write_text('OWNER = "consumer"\n', encoding="utf-8")
    (repo / "tests" / "test_own.py").write_text(TEST, encoding="utf-8")
    (repo / "pyproject.toml").write_text('[tool.pytest.ini_options]\npythonpath = ["."]\n', encoding="utf-8")
    return repo


@pytest.mark.parametrize(
    "extra", [(), ("--import-mode=importlib",), ("-n", "1")], ids=["prepend", "importlib", "xdist"]
)
def test_its_own_packages_win(consumer: Path, site: Path, run: Run, extra: tuple[str, ...]) -> None:
    # pytest-asyncio, in this environment, warns where a project doesn't configure it.
    done = run("-m", "pytest", "-q", "-W", "error", "-p", "no:asyncio", *extra, cwd=consumer, path=site)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 passed" in done.stdout
