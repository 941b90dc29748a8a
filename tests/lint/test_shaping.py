"""What shapes data is not followed by itself, and choices between data do not part the paths of a run."""

from __future__ import annotations

import libcst as cst
import pytest

from errpact.contracts.settings import Settings
from errpact.lint import ir
from errpact.lint.analyse import judged_project
from errpact.lint.lower import lower
from errpact.lint.operations import Run
from errpact.lint.project import Project, SourceFile
from errpact.lint.shaping import only_shapes

from .one_file import ROOT, analysed, contracts

SHAPES = {
    "a row": "return {'id': str(row['id']), 'label': (row.get('label') or '').strip(), 'day': row.get('date')}",
    "an object": "return cls(amount=Decimal(row.get('amount', '0')), booked=date.fromisoformat(row['d'][:10]))",
    "a loop": "found = []\n    for x in row:\n        found.append(x.title())\n    return found",
    "a comprehension": "return sorted({k.lower(): v for k, v in row.items() if v is not None})",
    "a size": "return max(len(row), 3) > 2",
}
MORE = {
    "a code is told apart": "return row['code'] == 'E201'",
    "a code is looked up": "return row['code'] in RETRYABLE",
    "a table": "return TABLE.get(row['code'])",
    "a session": "return row.get('https://api.flanks.io/v0/x')",
    "a path": "return row.get('/accounts')",
    "a request": "return row.post('x')",
    "another function": "return fetch(row)",
    "a refusal": "if row is None:\n        raise ValueError\n    return row",
    "a try": "try:\n        return int(row)\n    except ValueError:\n        return 0",
    "a method of its own": "return row.refresh()",
}


def _function(body: str, before: str = "") -> ir.FunctionDef:
    found = lower(cst.parse_module(f"{before}def shape(cls, row):\n    {body}\n")).body[0]
    assert isinstance(found, ir.FunctionDef)
    return found


@pytest.mark.parametrize("body", SHAPES.values(), ids=SHAPES)
def test_a_function_that_shapes_data(body: str) -> None:
    assert only_shapes(_function(body))


@pytest.mark.parametrize("body", MORE.values(), ids=MORE)
def test_a_function_that_may_do_more(body: str) -> None:
    assert not only_shapes(_function(body))


@pytest.mark.parametrize("decorator", ["@app.route('/hook')", "@retry", "@task(bind=True)"])
def test_who_knows_what_a_decorator_makes_of_it(decorator: str) -> None:
    assert not only_shapes(_function("return row", f"{decorator}\n"))
    assert only_shapes(_function("return row", "@classmethod\n"))


ROWS = """
import requests


def rows():
    reply = requests.get("https://api.khipu.com/v1/rows", timeout=9)
    found = []
    for row in reply.json()["Data"]["rows"]:
        booked = row.get("bookedAt") or row.get("date")
        found.append({
            "day": booked[:10] if booked else None,
            "label": (row.get("label") or row.get("description") or "").strip(),
            "side": "in" if row.get("credit") else "out",
            "note": row.get("note").lower() if row.get("note") else "",
        })
    return found
"""


def test_choices_between_data_part_no_path() -> None:
    """Each would make two paths of one."""
    plain = ROWS
    for choice in (
        ' or row.get("date")',
        " if booked else None",
        ' or row.get("description") or ""',
        ' if row.get("credit") else "out"',
    ):
        assert choice in plain
        plain = plain.replace(choice, "")
    plain = plain.replace(' if row.get("note") else ""', "")
    assert len(_run(ROWS).ends) == len(_run(plain).ends)


def _run(source: str) -> Run:
    data = source.encode()
    project = Project(ROOT, (SourceFile("rows.py", ROOT / "rows.py", data, True, True),))
    judged = judged_project(project, Settings(root=ROOT), contracts())
    assert judged is not None
    return judged[0].runs[0]


@pytest.mark.parametrize("base", ["URL", 'settings.get("url") if settings else URL', 'settings.get("url") or URL'])
def test_an_address_that_may_be_another_is_still_known(base: str) -> None:
    source = f"""
import os, requests

URL = os.environ.get("BANK_URL") or "https://api.khipu.com/v1"

def rows(settings):
    base = {base}
    body = requests.post(base + "/rows", timeout=9).json()
    return body["Data"]
"""
    assert {f.rule for f in analysed({"rows.py": source}).findings} == {"EP201"}
