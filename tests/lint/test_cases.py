"""The annotated programs below cases/: a `# error: EP101 codes…` comment says what is reported on its line.

Each file holds an idiom and its look-alike that is right. What no comment says must not be reported. A comment with
codes says all of them; one without leaves them open.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from errpact.lint import rules

from .one_file import shown

CASES = Path(__file__).resolve().parent / "cases"
FILES = sorted(CASES.rglob("*.py"))
COMMENT = re.compile(r"# error: (EP\d+)((?: [^#\s]+)*)")
RULES = [
    *(f"EP10{n}" for n in (1, 2, 3)),
    *(f"EP20{n}" for n in range(1, 7)),
    *(f"EP30{n}" for n in range(1, 7)),
]


def expected(source: str) -> dict[tuple[int, str], set[str]]:
    """(line, rule) → the codes that the comment names."""
    return {
        (number, match[1]): set(match[2].split())
        for number, line in enumerate(source.splitlines(), 1)
        for match in COMMENT.finditer(line)
    }


def reported(name: str, source: str) -> dict[tuple[int, str], set[str]]:
    """(line, rule) → the codes of the findings there."""
    found: dict[tuple[int, str], set[str]] = {}
    for finding in shown({name: source}):
        found.setdefault((finding.line, finding.rule), set()).update(finding.codes)
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_what_is_annotated_is_reported_and_nothing_else(path: Path) -> None:
    source = path.read_text("utf-8")
    want, have = expected(source), reported(path.name, source)
    assert have.keys() == want.keys()
    for place, codes in want.items():
        assert not codes or have[place] == codes, place


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_a_file_stands_below_the_rule_that_it_shows(path: Path) -> None:
    """A file of a look-alike alone is silent; any other shows its folder's rule."""
    rule = rules.code_of(path.parent.name.replace("_", "-"))
    assert rule is not None
    shows = {r for _, r in expected(path.read_text("utf-8"))}
    assert not shows or rule in shows


@pytest.mark.parametrize("code", RULES)
def test_rules_have_three_idioms(code: str) -> None:
    folder = CASES / rules.registry()[code].name.replace("-", "_")
    assert sum(f"# error: {code}" in p.read_text("utf-8") for p in folder.glob("*.py")) >= 3
