"""Baselines: findings that are known and accepted for now. Only new ones are reported."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from ..contracts.errors import ErrpactError
from ..contracts.files import read_text
from .finding import Finding

VERSION: Final = 1


class BadBaseline(ErrpactError):
    """A baseline file that can't be used: which, what is wrong, how to mend it."""

    def __init__(self, path: Path, problem: str, mend: str) -> None:
        super().__init__(path, problem, mend)
        self.path = path
        self.problem = problem
        self.mend = mend

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}; {self.mend}"


def render(findings: Iterable[Finding]) -> str:
    """The text of a baseline file that accepts these findings."""
    entries = [
        {"rule": f.rule, "path": f.path, "fingerprint": f.fingerprint, "cases": list(f.cases)}
        for f in sorted(findings, key=lambda f: f.order)
    ]
    return json.dumps({"version": VERSION, "findings": entries}, indent=1) + "\n"


def read(path: Path) -> dict[str, str]:
    """The fingerprints in a baseline file, each with the path of its finding. Raises BadBaseline."""
    again = "write it again with `errpact lint --write-baseline`"
    try:
        data: Any = json.loads(read_text(path))
    except OSError as exc:
        raise BadBaseline(path, f"cannot be read: {exc.strerror}", f"check the path, or {again}") from None
    except ValueError as exc:
        raise BadBaseline(path, f"is not a baseline: {exc}", again) from None
    if not isinstance(data, dict) or not isinstance(data.get("findings"), list):
        raise BadBaseline(path, "is not a baseline", again)
    if data.get("version") != VERSION:
        raise BadBaseline(path, f"has version {data.get('version')!r}, this errpact reads version {VERSION}", again)
    try:
        return {str(entry["fingerprint"]): str(entry.get("path", "")) for entry in data["findings"]}
    except (TypeError, KeyError, AttributeError):
        raise BadBaseline(path, "has an entry without a fingerprint", again) from None


def subtract(findings: Sequence[Finding], known: Collection[str]) -> tuple[list[Finding], frozenset[str]]:
    """The findings that are new, and the fingerprints of known ones that no longer occur."""
    new = [f for f in findings if f.fingerprint not in known]
    return new, frozenset(known) - {f.fingerprint for f in findings}
