"""Nothing in the repository names the machine that it was written on, or a package index other than as a source."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

# A page about a project is a source; anything else about an index is somebody's configuration.
INDEX = re.compile(
    r"https?://(?!pypi\.org/project/)[\w.-]*(?:pypi\.|pythonhosted\.org|registry\.npmjs|/simple/?\b|artifactory|devpi)|"
    r"--(?:extra-)?index-url\b|\bPIP_INDEX_URL\b|\bnpm_config_registry\b",
    re.IGNORECASE,
)
HOME = re.compile(r"(?<![\w./-])/(?:home/[a-z_][\w-]*|Users/[A-Za-z][\w-]*|root)/")


def texts(root: Path) -> Iterator[tuple[str, int, str]]:
    """(file, line number, line) of all that git tracks, this file aside."""
    if not (root / ".git").exists():
        pytest.skip("an unpacked sdist has no git to ask")
    listed = subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\n")):
        file = root / name
        if file.is_symlink() or not file.is_file() or file == Path(__file__).resolve():
            continue
        content = file.read_bytes()
        if b"\0" not in content[:1024]:
            for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), 1):
                yield name, number, line


def test_no_path_of_a_machine(root: Path) -> None:
    own = str(root) if len(root.parts) > 2 else None
    wrong = [f"{n}:{i}" for n, i, line in texts(root) if HOME.search(line) or (own and f"{own}/" in line)]
    assert wrong == []


def test_no_package_index(root: Path) -> None:
    assert [f"{n}:{i}" for n, i, line in texts(root) if INDEX.search(line)] == []


def test_commits_name_no_path_of_a_machine(root: Path) -> None:
    if not (root / ".git").exists():
        pytest.skip("an unpacked sdist has no git to ask")
    log = subprocess.run(["git", "log", "--format=%B"], cwd=root, capture_output=True, text=True, check=True).stdout
    own = f"{root}/" if len(root.parts) > 2 else None
    assert [line for line in log.splitlines() if HOME.search(line) or (own and own in line)] == []
