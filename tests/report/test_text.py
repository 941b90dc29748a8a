"""What the terminal and programs get."""

from __future__ import annotations

import json
import re
from pathlib import Path

from errpact.report import as_json
from errpact.report.documents import document
from errpact.report.join import join
from errpact.report.text import View, render
from errpact.report.values import Matrix

from .samples import FORBIDDEN, WAITING, finding, item, lint, operation, results


def sample() -> Matrix:
    value = lint(
        operation({FORBIDDEN: {"no-retry": "broken", "attempts": "kept"}, WAITING: {"wait": "undecided"}}),
        findings=(finding(),),
    )
    items = (item(FORBIDDEN, {"no-retry": "kept", "same-key": "not-applicable"}), item(WAITING, {"wait": "broken"}))
    return join([document("lint", value), document("tests", results(*items))])


def test_disagreements_come_first_with_who_says_what() -> None:
    top = render(sample()).split("\n\n")[0]
    assert "flanks:main:400/40001 no-retry\n" in top
    assert "lint  broken: accounts (src/client.py:3)\n" in top
    assert top.endswith("tests kept: tests/test_client.py::test_accounts")


def test_a_line_a_case_a_column_an_obligation() -> None:
    lines = render(sample()).split("\n\n")[1].splitlines()
    assert lines[0] == "flanks"
    assert lines[1].split() == ["case", "no-retry", "wait", "attempts", "same-key"]
    by_case = {line.split()[0]: line for line in lines[2:]}
    forbidden, waiting = by_case[FORBIDDEN], by_case[WAITING]
    assert forbidden[lines[1].index("no-retry") :].startswith("✗✓!")
    assert forbidden[lines[1].index("attempts") :].startswith("✓ ")
    assert forbidden[lines[1].index("same-key") :] == " –"
    assert waiting[lines[1].index("wait") :] == "?✗"


def test_the_last_line_counts() -> None:
    last = render(sample()).splitlines()[-1]
    assert last == ("2 cases, 1 operation, 1 test: 2 broken, 0 accepted, 0 undecided, 1 kept; 1 disagreement.")


def test_each_source_has_a_table_when_asked() -> None:
    text = render(sample(), View(each=True))
    assert "\n\nlint: accounts (src/client.py:3)\n" in text
    own = text.split("tests: tests/test_client.py::test_accounts\n")[1].split("\n\n")[0]
    assert own.splitlines()[0].split() == ["case", "no-retry", "wait", "same-key"]


def test_colour_only_adds_escapes() -> None:
    coloured = render(sample(), View(colour=True))
    assert "\x1b[31;1m✗\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == render(sample())


def test_plain_is_ascii() -> None:
    text = render(sample(), View(plain=True))
    assert text.isascii()
    assert "X+!" in text


def test_hostile_names_are_shown_harmless() -> None:
    evil = "\x1b]0;owned\x07\u202e"
    value = lint(operation({f"flanks:{evil}": {"wait": "broken"}}, name=evil, path=evil))
    other = results(item(f"flanks:{evil}", {"wait": "kept"}, nodeid=evil))
    text = render(join([document("l", value), document("t", other)]), View(each=True))
    assert all(c.isprintable() or c == "\n" for c in text)
    assert r"\x1b]0;owned" in text


def test_nothing_is_said_to_be_nothing() -> None:
    assert render(join([])).startswith("Nothing to show: ")


def test_json_has_both_states_and_who_says_them() -> None:
    data = json.loads(as_json.render(sample()))
    assert data["disagreements"] == [
        {"provider": "flanks", "case": FORBIDDEN, "obligation": "no-retry", "lint": "broken", "tests": "kept"}
    ]
    (row,) = [r for r in data["rows"] if r["case"] == FORBIDDEN]
    assert row["cells"]["no-retry"] == {
        "lint": "broken",
        "tests": "kept",
        "operations": [{"name": "accounts", "path": "src/client.py", "line": 3, "state": "broken"}],
        "items": [{"nodeid": f"tests/test_client.py::test_accounts[{FORBIDDEN}]", "state": "kept"}],
        "findings": [{"rule": "EP101", "path": "src/client.py", "line": 2}],
    }
    assert row["cells"]["attempts"]["tests"] is None


def test_the_json_reference_names_the_keys(root: Path) -> None:
    page = (root / "docs" / "reference" / "json.md").read_text(encoding="utf-8")
    section = page.split("## errpact matrix --output-format json\n")[1].split("\n## ")[0]
    top, cell = (re.findall(r"^\| (`.+?) \|", part, re.MULTILINE) for part in section.split("### A cell\n"))
    data = as_json.data(sample())
    assert set(re.findall(r"`(\w+)`", " ".join(top))) == set(data)
    assert set(re.findall(r"`(\w+)`", " ".join(cell))) == set(data["rows"][0]["cells"]["wait"])


def test_operations_that_were_not_followed_are_named() -> None:
    lost = operation({FORBIDDEN: {"no-retry": "undecided"}}, name="poll", complete=False)
    known = operation({FORBIDDEN: {"no-retry": "kept"}})
    matrix = join([document("lint", lint(known, lost))])
    assert matrix.rows[0].cells["no-retry"].lint_state == "undecided"
    last = render(matrix).splitlines()[-1]
    assert last == "1 operation could not be followed to its end, so its cells say ?: poll (src/client.py:3)."
    (_, one) = as_json.data(matrix)["rows"][0]["cells"]["no-retry"]["operations"]
    assert one["why"] == "not followed to its end"
