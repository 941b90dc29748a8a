"""A file that holds no results says so in one message, whatever it holds."""

from __future__ import annotations

import json
from typing import Any

import pytest

from errpact.report.documents import BadResults, document, parse

from .samples import FORBIDDEN, finding, item, lint, operation, results


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ([], "neither `operations` nor `items`"),
        ({"version": 1}, "neither `operations` nor `items`"),
        (results() | {"version": 2}, "is of version 2"),
        (results() | {"items": {}}, "`items` is no list"),
        (results("x"), "`items[0]` is no object"),  # type: ignore[arg-type]  # wrong on purpose
        (results(item(FORBIDDEN, {}, nodeid=3)), "`items[0].nodeid` is missing or no string"),
        (results(item(FORBIDDEN, {"wait": "fine"})), "`items[0].verdicts` holds something else than states"),
        (results(item(FORBIDDEN, {"wait": []})), "holds something else than states"),  # type: ignore[dict-item]  # wrong on purpose
        (results(item(FORBIDDEN, {}, accepted=[1])), "`items[0].accepted` holds something else than strings"),
        (lint(operation({}, line=True)), "`operations[0].line` is missing or no integer"),
        (lint(operation({"x": []})), "`operations[0].verdicts.x` holds"),  # type: ignore[dict-item]  # wrong on purpose
        (lint(findings=(finding(steps=[{}]),)), "`findings[0].steps[0]` has no"),
        (lint(findings=(finding(cases=[None]),)), "`findings[0].cases` holds something else than strings"),
        (lint(statistics={"files": "many"}), "`statistics` holds something else than counts"),
        (lint(errors=None), "`errors` is no list"),
    ],
)
def test_a_wrong_document_is_told(value: Any, told: str) -> None:
    with pytest.raises(BadResults) as caught:
        document("r.json", value)
    assert told in str(caught.value)
    assert str(caught.value).startswith("r.json: ")
    assert "pytest --errpact-json FILE" in str(caught.value)


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe\x00", b"[" * 100_000])
def test_what_is_no_json_is_told(data: bytes) -> None:
    with pytest.raises(BadResults, match="is no JSON"):
        parse("r.json", data)


def test_what_the_engines_write_is_read() -> None:
    value = lint(operation({FORBIDDEN: {"wait": "kept"}}), findings=(finding(),)) | results(item(FORBIDDEN, {}))
    read = parse("r.json", json.dumps(value).encode())
    assert (len(read.operations or ()), len(read.findings), len(read.items or ())) == (1, 1, 1)


def test_keys_of_a_later_minor_version_are_no_error() -> None:
    assert document("r.json", results(item(FORBIDDEN, {}, later=1)) | {"new": 1}).items
