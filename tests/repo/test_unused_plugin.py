"""The plugin is loaded in every pytest run of every environment that it is installed in: unused, it costs nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run

HEAVY = ("hypothesis", "libcst", "jsonschema", "yaml", "asyncio", "http.server", "errpact.lint")

CONFTEST = f"""
import sys

def pytest_sessionfinish(session):
    assert session.config.pluginmanager.hasplugin("errpact")
    print("\\nseen:", *[name for name in {HEAVY!r} if name in sys.modules])
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    (tmp_path / "test_own.py").write_text("def test_own():\n    assert True\n", encoding="utf-8")
    return tmp_path


# Hypothesis's, anyio's and the other plugins of this environment import what they like.
ALONE = ("-p", "errpact.pytest_plugin")


def run_alone(run: Run, project: Path, *args: str) -> str:
    code = (
        "import os, sys; os.environ['PYTEST_DISABLE_PLUGIN_AUTOLOAD'] = '1'; import pytest; "
        "sys.exit(pytest.main(sys.argv[1:]))"
    )
    done = run("-c", code, "-q", "-s", *args, cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_unused_it_imports_nothing_heavy(project: Path, run: Run) -> None:
    (project / "conftest.py").write_text(CONFTEST.replace('"errpact")', '"errpact.pytest_plugin")'), encoding="utf-8")
    without = run_alone(run, project, "-p", "no:errpact.pytest_plugin", "--noconftest")
    assert "1 passed" in without
    seen = next(line for line in run_alone(run, project, *ALONE).splitlines() if line.startswith("seen:"))
    assert seen.split()[1:] == []


def test_it_can_be_switched_off(project: Path, run: Run) -> None:
    (project / "conftest.py").unlink()
    done = run("-m", "pytest", "-q", "-p", "no:errpact", cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
