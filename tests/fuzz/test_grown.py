"""Programs that Python's grammar allows and nobody would write: the linter reads each, or says that it can't."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import sysconfig
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from .targets import linted

pytestmark = pytest.mark.filterwarnings("ignore::SyntaxWarning")  # what is grown is odd
hypothesmith = pytest.importorskip("hypothesmith", reason="in the test group")
CLIENT = b'import requests\nr = requests.post("https://api.flanks.io/v0/bank/account", json={}).json()\n'
ANY = settings(deadline=None, suppress_health_check=list(HealthCheck), database=None)


def read(source: str) -> None:
    linted(source.encode("utf-8", "replace"))
    linted(CLIENT + source.encode("utf-8", "replace"))


@settings(ANY, max_examples=25)
@given(hypothesmith.from_grammar())
def test_grown_from_the_grammar(source: str) -> None:
    read(source)


@settings(ANY, max_examples=15)
@given(hypothesmith.from_node())
def test_grown_from_nodes(source: str) -> None:
    read(source)


@pytest.mark.soak
@settings(ANY, max_examples=2_000)
@given(hypothesmith.from_grammar())
def test_two_thousand_grown_from_the_grammar(source: str) -> None:
    read(source)


@pytest.mark.soak
@settings(ANY, max_examples=1_000)
@given(hypothesmith.from_node())
def test_a_thousand_grown_from_nodes(source: str) -> None:
    read(source)


# --- a large environment


def folders() -> list[str]:
    """ERRPACT_SOAK names folders; else the standard library and what is installed here. (A folder of installed packages
    is looked into only where it is named.)"""
    named = os.environ.get("ERRPACT_SOAK")
    return named.split(os.pathsep) if named else [sysconfig.get_path("stdlib"), sysconfig.get_path("purelib")]


TIME = 900
"""Seconds after which no further package is begun."""


def packages() -> list[Path]:
    """What is installed here, the larger packages in between the smaller ones."""
    installed = [p for p in Path(sysconfig.get_path("purelib")).iterdir() if (p / "__init__.py").is_file()]
    return sorted(installed, key=lambda p: hashlib.sha256(p.name.encode()).hexdigest())


def linted_folders(out: Path, *options: str, folders: Sequence[str]) -> dict[str, Any]:
    """The command on all of it. Its own word for a fault of its own is `internal error`."""
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "errpact", "lint", "--no-cache", "--possible", "--output-format", f"json={out}",
         *options, *folders],
        capture_output=True, text=True, check=False, cwd=out.parent,
    )  # fmt: skip
    found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    counts = ", ".join(f"{found['statistics'][k]:,} {k}" for k in ("files", "analysed", "unresolved"))
    print(f"{counts}, {len(found['findings'])} findings in {time.monotonic() - begun:.0f} s")
    assert "internal error" not in done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1), done.stderr[-500:]
    assert found["errors"] == []
    return found


@pytest.mark.soak
def test_a_large_environment_is_linted(tmp_path: Path) -> None:
    """As a user would by mistake. Code of others, so next to nothing in it concerns a provider."""
    assert linted_folders(tmp_path / "out.json", folders=folders())["statistics"]["files"] > 1_000


@pytest.mark.soak
def test_every_file_of_installed_packages_is_analysed(tmp_path: Path) -> None:
    """Without the scan that leaves most files alone: each is parsed and run. One package after the other, for as long
    as TIME allows."""
    begun, analysed = time.monotonic(), 0
    for package in packages():
        if time.monotonic() - begun > TIME:
            break
        found = linted_folders(tmp_path / "out.json", "--no-prefilter", "--jobs", "2", folders=[str(package)])
        assert found["statistics"]["analysed"] > 0.9 * found["statistics"]["files"], package
        analysed += found["statistics"]["analysed"]
    print(f"{analysed:,} files analysed in {time.monotonic() - begun:.0f} s")
    assert analysed > 300
