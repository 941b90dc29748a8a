"""Safe fixes for literals."""

from __future__ import annotations

from pathlib import Path

import pytest

from errpact.contracts.settings import Settings
from errpact.lint.discover import Request
from errpact.lint.engine import run
from errpact.lint.explain import page
from errpact.lint.finding import Finding, Severity
from errpact.lint.fixes import apply, fix
from errpact.lint.mend import misspelt, with_fix


def mended(rule: str, source: str, literal: str, *codes: str) -> str | None:
    """The source after the fix for a finding at a literal; None without a fix."""
    line = next(n for n, text in enumerate(source.split("\n")) if literal in text)
    column = source.split("\n")[line].index(literal) + 1
    finding = Finding(
        rule, "x", Severity.ERROR, "a.py", line + 1, "m", column, line + 1, column + len(literal), codes=codes
    )
    data = source.encode()
    found = with_fix(finding, {"a.py": data}).fix
    return apply(data, found.edits).decode() if found else None


@pytest.mark.parametrize(
    ("source", "literal", "code", "after"),
    [
        ('x == "20003"', '"20003"', "20003", "x == 20003"),
        ("é = 1\nü = x == '20003'", "'20003'", "20003", "é = 1\nü = x == 20003"),
        ("x == 406", "406", "406", 'x == "406"'),
        ('x == "0110"', '"0110"', "0110", None),
        ('x == "20003"', '"20003"', "20001", None),
        ('x == "20003"', 'x == "20003"', "20003", "x == 20003"),
        (
            'x in {"20003", "20002", y20003}',
            'x in {"20003", "20002", y20003}',
            "20003",
            'x in {20003, "20002", y20003}',
        ),
        ('x in ("20003", 20003)', 'x in ("20003", 20003)', "20003", None),
        ("t.get(code)", "t.get(code)", "20003", None),
        ('x == b"20003"', 'b"20003"', "20003", None),
    ],
)
def test_a_code_in_its_documented_type(source: str, literal: str, code: str, after: str | None) -> None:
    assert mended("EP302", source, literal, code) == after


@pytest.mark.parametrize(
    ("written", "near", "after"),
    [
        ("DONT_RETRY", ("DO_NOT_RETRY",), "DO_NOT_RETRY"),
        ("DO_NOT_RETYR", ("DO_NOT_RETRY",), "DO_NOT_RETRY"),
        ("do-not-retry", ("DO_NOT_RETRY",), "DO_NOT_RETRY"),
        ("RETRY_IMMEDIATLY", ("RETRY_IMMEDIATELY", "DO_NOT_RETRY"), "RETRY_IMMEDIATELY"),
        ("DATA_INVALIDAS", ("DATA_INVALIDA", "DATAS_INVALIDAS"), None),
        ("E1O0", ("E100",), None),
        ("20030", ("20003",), None),
    ],
)
def test_a_plain_misspelling_with_one_meaning(written: str, near: tuple[str, ...], after: str | None) -> None:
    source = f"x == '{written}'"
    expected = f"x == '{after}'" if after else None
    assert mended("EP301", source, f"'{written}'", written, *near) == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ABCDE", "ABDCE", True),
        ("ABCDE", "ABCE", True),
        ("ABCE", "ABCDE", True),
        ("ABCDE", "ABXDE", True),
        ("ABCDE", "ABXYE", False),
        ("A1", "A2", False),
        ("abc", "ABC", True),
        ("ABCDE", "ABCDEFG", False),
    ],
)
def test_what_counts_as_misspelt(one: str, other: str, same: bool) -> None:
    assert misspelt(one, other) is same
    assert misspelt(other, one) is same


def test_the_bad_example_is_mended_and_the_finding_is_gone(tmp_path: Path) -> None:
    """With the real analysis: the fix is found, and verified by linting again."""
    (tmp_path / "client.py").write_text(page("EP302").bad)
    settings = Settings(root=tmp_path.resolve())
    request = Request((settings.root,))
    fixed = fix(run(request, settings), lambda data: run(Request((settings.root,), overrides=data), settings))
    assert fixed.count == 1
    assert b"error.code == 20003" in fixed.changed["client.py"]
    assert fixed.report.findings == ()
