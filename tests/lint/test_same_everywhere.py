"""The command says the same in the same order, whatever the working directory, the way a path is written, the order of
files, the seed of hashes, and the line ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .programs import render
from .test_metamorphic import SEEDS

CASES = {f"{name.replace('-', '_')}.py": render(p) for name, p in SEEDS.items() if p.provider == "flanks"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("project"), "\n")


def written(root: Path, end: str) -> Path:
    """A project of several clients in two packages."""
    clients = '[tool.errpact]\n[[tool.errpact.client]]\nprovider = "flanks"\npaths = ["**"]\n'
    (root / "pyproject.toml").write_text(clients, encoding="utf-8")
    for package in ("one", "two"):
        (root / package).mkdir()
        for name, text in CASES.items():
            (root / package / name).write_bytes(text.replace("\n", end).encode())
    return root


def linted(cwd: Path, *paths: str, seed: int = 0) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "errpact", "lint", "--no-cache", "--possible", "--output-format", "json", *paths],
        cwd=cwd, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONHASHSEED": str(seed)},
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def expected(project: Path) -> dict[str, Any]:
    found = linted(project, ".")
    assert len(found["findings"]) > 10
    assert {f["path"].split("/")[0] for f in found["findings"]} == {"one", "two"}
    return found


@pytest.mark.parametrize("place", ["one", ".."])
def test_the_working_directory(project: Path, expected: dict[str, Any], place: str) -> None:
    assert linted(project / place, os.path.relpath(project, project / place)) == expected


@pytest.mark.parametrize(
    "paths",
    [
        ("two", "one"),
        ("./one", "two/"),
        ("two/../one", "one//../two"),
        ("{root}/two", "{root}/one"),
        ("one", ".", "one"),
    ],
    ids=" ".join,
)
def test_the_spelling_and_the_order_of_paths(project: Path, expected: dict[str, Any], paths: tuple[str, ...]) -> None:
    assert linted(project, *(p.format(root=project) for p in paths)) == expected


def test_files_one_by_one_the_last_first(project: Path, expected: dict[str, Any]) -> None:
    files = sorted((str(p.relative_to(project)) for p in project.rglob("*.py")), reverse=True)
    assert linted(project, *files)["findings"] == expected["findings"]


def test_through_a_link(project: Path, expected: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(project)
    assert linted(tmp_path, "link")["findings"] == expected["findings"]


@pytest.mark.parametrize("seed", [1, 4242])
def test_the_seed_of_hashes(project: Path, expected: dict[str, Any], seed: int) -> None:
    assert linted(project, ".", seed=seed) == expected


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["crlf", "cr"])
def test_line_ends(tmp_path: Path, expected: dict[str, Any], end: str) -> None:
    """Fingerprints too: a baseline that was written on one system holds on another. A fix's offsets count bytes."""
    found = linted(written(tmp_path, end), ".")
    assert without_fixes(found) == without_fixes(expected)


def without_fixes(found: dict[str, Any]) -> dict[str, Any]:
    return {**found, "findings": [{**f, "fix": None} for f in found["findings"]]}
