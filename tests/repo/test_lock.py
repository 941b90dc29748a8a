"""What CI installs is pinned, hashed, and what pyproject.toml asks for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


@pytest.fixture
def lock(root: Path) -> str:
    file = root / ".ci" / "requirements.txt"
    if not file.exists():
        pytest.skip("an unpacked sdist has no CI")
    return file.read_text(encoding="utf-8")


def asked(project: dict[str, Any]) -> Iterator[Requirement]:
    """What the extras and CI's groups ask for."""
    texts = [t for extra in project["project"]["optional-dependencies"].values() for t in extra]
    texts += [t for name in ("dev", "test", "docs") for t in project["dependency-groups"][name] if isinstance(t, str)]
    yield from (r for r in map(Requirement, texts) if r.name != "errpact")


def test_all_that_is_asked_for_is_pinned(lock: str, root: Path) -> None:
    pinned = dict(re.findall(r"^([a-z0-9][\w.-]*)==([\w.+!]+)", lock, re.MULTILINE))
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    stale = [
        str(r) for r in asked(project) if not r.specifier.contains(pinned.get(canonicalize_name(r.name), "0.dev0"))
    ]
    assert stale == [], "run: make lock"


def test_every_pin_has_a_hash(lock: str) -> None:
    entries = re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE)[1:]
    assert len(entries) > 50
    assert [e.split()[0] for e in entries if "--hash=sha256:" not in e] == []


def test_few_dependencies_with_a_lower_bound_and_none_above(root: Path) -> None:
    """An upper bound would need its reason beside it; the core has no dependency."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["dependencies"] == []
    needed = {t for name, e in project["optional-dependencies"].items() if name != "all" for t in e}
    assert len(needed) < 10
    assert [t for t in needed if {s.operator for s in Requirement(t).specifier} != {">="}] == []
