"""GitLab's code quality report."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Final

from ..finding import Finding, Severity
from ..result import Report
from . import View, clean

_SEVERITY: Final = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report, view: View) -> str:
    """A JSON array. GitLab drops entries of one fingerprint, so no two are alike."""
    entries = [_entry(f, view.path(report.root, f.path)) for f in report.findings]
    return json.dumps(entries, indent=1) + "\n"


def _entry(finding: Finding, path: str) -> dict[str, Any]:
    place = {
        "path": path,
        "positions": {
            "begin": {"line": finding.line, "column": finding.column},
            "end": {"line": finding.end_line or finding.line, "column": finding.end_column or finding.column},
        },
    }
    mark = hashlib.blake2b(
        f"{path}\0{finding.fingerprint}".encode("utf-8", "surrogateescape"), digest_size=16
    ).hexdigest()
    return {
        "description": f"{finding.rule}: {clean(finding.message)}",
        "check_name": f"{finding.rule} {finding.name}",
        "fingerprint": mark,
        "severity": _SEVERITY[finding.severity],
        "location": place,
    }
