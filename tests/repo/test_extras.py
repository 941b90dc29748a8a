"""The core runs alone; what needs an extra says so in one line, with the command that installs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run

CLIENT = 'import requests\n\ndef balance():\n    return requests.get("https://api.flanks.io/v0/x", timeout=9).json()\n'
TEST = """
import pytest

@pytest.mark.errpact("flanks")
def test_it(errpact_case):
    errpact_case.check(lambda base_url: None)
"""


HIDE = """
from importlib.machinery import PathFinder

find = PathFinder.find_spec
hidden = {"libcst", "hypothesis", "jsonschema", "yaml"}
PathFinder.find_spec = classmethod(lambda cls, name, *rest: None if name.split(".")[0] in hidden else find(name, *rest))
"""


@pytest.fixture
def without(tmp_path: Path) -> Path:
    """A folder for PYTHONPATH with which no extra is installed."""
    folder = tmp_path / "without"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(HIDE, encoding="utf-8")
    return folder


def test_lint_needs_libcst_only_where_there_is_something_to_parse(tmp_path: Path, without: Path, run: Run) -> None:
    (tmp_path / "other.py").write_text("x = 1\n", encoding="utf-8")
    done = run("-m", "errpact", "lint", "--no-cache", "other.py", path=without)
    assert done.returncode == 0, done.stdout + done.stderr
    (tmp_path / "client.py").write_text(CLIENT, encoding="utf-8")
    done = run("-m", "errpact", "lint", "--no-cache", "client.py", path=without)
    assert done.returncode == 2, done.stdout + done.stderr
    (line,) = done.stderr.splitlines()
    assert 'pip install "errpact[lint]"' in line


def test_validating_yaml_needs_the_schemas_extra(tmp_path: Path, without: Path, run: Run) -> None:
    (tmp_path / "cassette.yaml").write_text("interactions: []\n", encoding="utf-8")
    done = run("-m", "errpact", "validate", "--provider", "flanks", "cassette.yaml", path=without)
    assert done.returncode == 2, done.stdout + done.stderr
    (line,) = done.stderr.splitlines()
    assert "errpact[schemas]" in line


def test_contract_tests_need_hypothesis(tmp_path: Path, without: Path, run: Run) -> None:
    (tmp_path / "test_it.py").write_text(TEST, encoding="utf-8")
    # Hypothesis' own plugin is installed here beside the hidden hypothesis; where that is missing, so is its plugin.
    plugins = ("-p", "no:asyncio", "-p", "no:hypothesispytest")
    done = run("-m", "pytest", "-q", *plugins, "test_it.py", path=without)
    assert done.returncode == 2, done.stdout + done.stderr
    assert 'pip install "errpact[pytest]"' in done.stdout
    assert "Traceback" not in done.stdout
    assert "1 error" in done.stdout


@pytest.mark.parametrize("arguments", [("--help",), ("contracts",), ("explain", "flanks:main:400/20003")])
def test_the_core_needs_nothing(arguments: tuple[str, ...], without: Path, run: Run) -> None:
    done = run("-m", "errpact", *arguments, path=without)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
