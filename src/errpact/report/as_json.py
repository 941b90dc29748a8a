"""The matrix for programs."""

from __future__ import annotations

import json
from typing import Any, Final

from .values import Cell, Matrix, Place, Row, Said

VERSION: Final = 1


def render(matrix: Matrix) -> str:
    """One JSON object. ASCII only, so that nothing in it reaches a terminal raw."""
    return json.dumps(data(matrix), indent=1) + "\n"


def data(matrix: Matrix) -> dict[str, Any]:
    """As JSON. A state is null where an engine says nothing of a cell."""
    return {
        "version": VERSION,
        "columns": list(matrix.columns),
        "disagreements": [
            {"provider": r.provider, "case": r.case, "obligation": c.obligation, **_states(c)}
            for r, c in matrix.disagreements
        ],
        "rows": [_row(row) for row in matrix.rows],
    }


def _row(row: Row) -> dict[str, Any]:
    return {"provider": row.provider, "case": row.case, "cells": {o: _cell(c) for o, c in row.cells.items()}}


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        **_states(cell),
        "operations": [_operation(one) for one in cell.lint],
        "items": [{"nodeid": one.nodeid, "state": one.state, **_why(one)} for one in cell.tests],
        "findings": [_finding(p) for p in cell.places],
    }


def _states(cell: Cell) -> dict[str, str | None]:
    return {"lint": cell.lint_state, "tests": cell.tests_state}


def _operation(one: Said) -> dict[str, Any]:
    source = one.source
    return {"name": source.name, "path": source.path, "line": source.line, "state": one.state, **_why(one)}


def _finding(place: Place) -> dict[str, Any]:
    told = {"rule": place.rule, "path": place.path, "line": place.line}
    return told | ({"suppressed": True, "why": place.why} if place.silenced else {})


def _why(one: Said) -> dict[str, str]:
    return {"why": one.why} if one.why else {}
