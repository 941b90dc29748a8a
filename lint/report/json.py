"""For programs: the format that others rely on (`version`, `findings`, `operations`, `statistics`)."""

from __future__ import annotations

import json
from typing import Final

from ..result import Report
from . import View

VERSION: Final = 1


def render(report: Report, view: View) -> str:
    """One JSON object. ASCII only, so that nothing in it reaches a terminal raw."""
    data = {
        "version": VERSION,
        "findings": [f.data() | {"path": view.path(report.root, f.path)} for f in report.findings],
        "operations": [o.data() | {"path": view.path(report.root, o.path)} for o in report.operations],
        "suppressed": [
            s.finding.data() | {"path": view.path(report.root, s.finding.path), "why": s.why} for s in report.suppressed
        ],
        "statistics": dict(report.statistics),
        "errors": [{"where": e.where, "path": e.path, "message": e.message} for e in report.errors],
    }
    return json.dumps(data, indent=1) + "\n"
