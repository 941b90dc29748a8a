"""The matrix as one page: everything inside, nothing loaded, nothing from outside shown as markup.

Two locks against injection: all text is escaped (or put in by the script as text), and the page's own policy lets no
script run but the one whose hash it names.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from html import escape
from importlib import resources
from typing import Any, Final

from errpact.contracts.harmless import clean_lines

from .text import SIGNS, summary
from .values import Cell, Matrix, Place, Row, Said, Shown

_UNSAFE: Final = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def render(matrix: Matrix) -> str:
    """The whole page."""
    style, script = _own("page.css"), _own("page.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )
    return "\n".join(
        [
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>errpact matrix</title>',
            f"<style>{style}</style>\n</head>\n<body>",
            *_body(matrix),
            f'<script type="application/json" id="data">{_safe_json(_data(matrix))}</script>',
            f"<script>{script}</script>\n</body>\n</html>\n",
        ]
    )


def _own(name: str) -> str:
    return (resources.files(__package__) / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _safe_json(value: Any) -> str:
    """JSON that can stand in a script element: no character that HTML sees."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")).translate(_UNSAFE)


def _text(text: str) -> str:
    """Text as HTML, control and direction characters shown as what they are."""
    return escape(clean_lines(text))


# --- what is seen without the script ------------------------------------------------------------------------------


def _body(matrix: Matrix) -> Iterator[str]:
    yield "<header><h1>errpact: case × obligation</h1>"
    yield f"<p>{_text(summary(matrix))}</p></header>\n<main>"
    yield from _differences(matrix)
    yield from _filters(matrix)
    yield "<p class=soft>In each cell lint’s sign, then the tests’. A cell opens what both say of it.</p>"
    signs = (f'<li><span class="sign {s}">{g}</span> {s}</li>' for s, g in SIGNS.items() if s)
    yield f'<ul class="legend">{"".join(signs)}<li><span class="broken">!</span> they disagree</li></ul>'
    yield "<noscript><p>Without JavaScript the page shows the states only.</p></noscript>"
    numbers = {id(cell): number for number, (_, cell) in enumerate(matrix.cells)}
    for provider in matrix.providers:
        yield from _section(matrix, provider, numbers)
    yield '</main>\n<dialog id="detail" aria-labelledby="title"><header><h2 id="title"></h2>'
    yield '<button id="close" type="button">Close</button></header><div id="body"></div></dialog>'


def _differences(matrix: Matrix) -> Iterator[str]:
    if not matrix.disagreements:
        return
    yield "<section><h2>The engines disagree</h2>"
    yield "<p class=soft>One says broken, the other kept; or the tests drive other operations than lint names.</p>"
    yield '<ul class="differences">'
    numbers = {id(cell): number for number, (_, cell) in enumerate(matrix.cells)}
    for row, cell in matrix.disagreements:
        says = f"lint {_engine(cell.lint_state)}, tests {_engine(cell.tests_state)}"
        label = f'<span class="case">{_text(row.case)}</span> {_text(cell.obligation)}: {says}'
        yield f'<li><button type="button" data-cell="{numbers[id(cell)]}">{label}</button></li>'
    yield "</ul></section>"


def _engine(state: Shown | None) -> str:
    return f'<span class="{state}">{state}</span>'


def _filters(matrix: Matrix) -> Iterator[str]:
    yield '<form id="filters" aria-label="Filter" hidden>'
    yield _select("provider", [(p, p) for p in matrix.providers])
    yield _select("obligation", [(o, o) for o in matrix.columns])
    yield _select("state", [("differs", "they disagree"), *((s, s) for s in Shown)])
    yield _select("source", [(str(n), f"{s.kind}: {s}") for n, s in enumerate(matrix.sources)], "operation or test")
    yield '<button type="reset">Show all</button> <span id="shown" class="soft" role="status"></span></form>'


def _select(name: str, options: list[tuple[str, str]], label: str = "") -> str:
    items = "".join(f'<option value="{_text(value)}">{_text(text)}</option>' for value, text in options)
    return f'<label>{label or name} <select id="{name}"><option value="">all</option>{items}</select></label>'


def _section(matrix: Matrix, provider: str, numbers: dict[int, int]) -> Iterator[str]:
    rows = [row for row in matrix.rows if row.provider == provider]
    columns = [o for o in matrix.columns if any(o in row.cells for row in rows)]
    heads = "".join(f'<th scope="col" data-obligation="{_text(o)}">{_text(o)}</th>' for o in columns)
    yield f'<section data-provider="{_text(provider)}" class="scroll"><table><caption>{_text(provider)}</caption>'
    yield f'<thead><tr><th scope="col">case</th>{heads}</tr></thead><tbody>'
    for row in rows:
        cells = "".join(_cell(o, row.cells.get(o), numbers) for o in columns)
        yield f'<tr><th scope="row" class="case">{_text(row.case)}</th>{cells}</tr>'
    yield "</tbody></table></section>"


def _cell(obligation: str, cell: Cell | None, numbers: dict[int, int]) -> str:
    column = f' data-obligation="{_text(obligation)}"'
    if cell is None:
        return f"<td{column}></td>"
    signs = "".join(f'<span class="sign {s or ""}">{SIGNS[s]}</span>' for s in (cell.lint_state, cell.tests_state))
    kind = f"cell state-{cell.state}{' differs' if cell.differs else ''}"
    return f'<td{column}><button type="button" class="{kind}" data-cell="{numbers[id(cell)]}">{signs}</button></td>'


# --- what the script shows ----------------------------------------------------------------------------------------


def _data(matrix: Matrix) -> dict[str, Any]:
    """Cells by number, and what they refer to by number."""
    sources = {source: number for number, source in enumerate(matrix.sources)}
    items: dict[tuple[str, str, str], int] = {}
    places: dict[Place, int] = {}
    rows = {id(row): number for number, row in enumerate(matrix.rows)}

    def said(one: Said) -> dict[str, Any]:
        spoken: dict[str, Any] = {"source": sources[one.source], "state": str(one.state), "why": clean_lines(one.why)}
        if one.nodeid:
            spoken["item"] = items.setdefault((one.nodeid, one.message, one.replay), len(items))
        return spoken

    cells = [
        {
            "row": rows[id(row)],
            "obligation": clean_lines(cell.obligation),
            "lint": [said(one) for one in cell.lint],
            "tests": [said(one) for one in cell.tests],
            "places": [places.setdefault(place, len(places)) for place in cell.places],
        }
        for row, cell in matrix.cells
    ]
    return {
        "states": [str(state) for state in Shown],
        "signs": {str(state): sign for state, sign in SIGNS.items() if state},
        "rows": [_row(row) for row in matrix.rows],
        "sources": [
            {"kind": s.kind, "label": clean_lines(str(s)), "code": clean_lines(s.code)} for s in matrix.sources
        ],
        "items": [{"nodeid": clean_lines(n), "message": clean_lines(m), "replay": clean_lines(r)} for n, m, r in items],
        "places": [_place(place) for place in places],
        "cells": cells,
    }


def _row(row: Row) -> dict[str, Any]:
    facts = row.facts
    told = None
    if facts is not None:
        told = {
            "meaning": clean_lines(facts.meaning),
            "advice": clean_lines(facts.advice),
            "steps": [clean_lines(step) for step in facts.steps],
            "source": clean_lines(facts.source),
        }
    return {"case": clean_lines(row.case), "facts": told}


def _place(place: Place) -> dict[str, Any]:
    return {
        "rule": clean_lines(place.rule),
        "name": clean_lines(place.name),
        "path": clean_lines(place.path),
        "line": place.line,
        "message": clean_lines(place.message),
        "help": clean_lines(place.help),
        "code": clean_lines(place.code),
        "silenced": place.silenced,
        "why": clean_lines(place.why),
        "steps": [{"path": clean_lines(s.path), "line": s.line, "text": clean_lines(s.text)} for s in place.steps],
    }
