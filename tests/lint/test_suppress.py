"""Suppression comments: where they reach, what is wrong with them, how they are removed."""

from __future__ import annotations

import pytest

from errpact.lint import rules, suppress
from errpact.lint.finding import Finding, Severity
from errpact.lint.fixes import apply as edited


def finding(line: int, rule: str = "EP101") -> Finding:
    return Finding(rule, "x", Severity.ERROR, "a.py", line, "m")


def read(source: str | bytes) -> tuple[suppress.Suppression, ...]:
    return suppress.read(source if isinstance(source, bytes) else source.encode(), rules.code_of)


def silenced(source: str, line: int, rule: str = "EP101") -> bool:
    stay, _, _ = suppress.apply([finding(line, rule)], read(source))
    return not stay


MANY_LINES = """\
result = call(
    1,
    2,
)  # errpact: ignore[EP101] the bank asked for it
other = 3
"""


@pytest.mark.parametrize(("line", "gone"), [(1, True), (2, True), (4, True), (5, False)])
def test_a_comment_covers_its_whole_statement(line: int, gone: bool) -> None:
    assert silenced(MANY_LINES, line) is gone


@pytest.mark.parametrize(("line", "gone"), [(1, False), (3, True), (4, False), (5, False)])
def test_a_comment_on_a_line_of_its_own_covers_the_next_statement(line: int, gone: bool) -> None:
    source = "x = 1\n# errpact: ignore[EP101] why\nfor x in y:\n    z = 1\nw = 2\n"
    assert silenced(source, line) is gone


def test_blank_lines_and_other_comments_may_stand_between() -> None:
    assert silenced("# errpact: ignore[EP101] why\n\n# more\n# errpact: ignore[EP102] why\ncall()\n", 5)
    assert silenced("# errpact: ignore[EP101] why\n\n# more\n# errpact: ignore[EP102] why\ncall()\n", 5, "EP102")


@pytest.mark.parametrize("line", [2, 3, 4, 5])
def test_decorators_belong_to_their_definition(line: int) -> None:
    source = "x = 1\n@retry(\n  stop=3)\n@other\ndef f(): # errpact: ignore[EP101] why\n    return a @ b\n"
    assert silenced(source, line)
    assert not silenced(source, 6)


def test_a_matrix_product_is_no_decorator() -> None:
    source = "x = (a\n@ b)\ny = 1  # errpact: ignore[EP101] why\n"
    assert not silenced(source, 1)
    assert silenced(source, 3)


def test_a_whole_file() -> None:
    source = "x = 1\ny = 2\n# errpact: ignore-file[EP101, lossy-error] generated\n"
    assert silenced(source, 1)
    assert silenced(source, 2, "EP203")
    assert not silenced(source, 1, "EP102")


@pytest.mark.parametrize(
    "source",
    [
        's = "# errpact: ignore[EP101] why"\n',
        '"""\n# errpact: ignore[EP101] why\n"""\n',
        "x = 1  # see errpact: ignore[EP101]\n",
        "x = 1  # errpact: provider=khipu\n",
    ],
)
def test_only_real_comments_count(source: str) -> None:
    assert read(source) == ()


@pytest.mark.parametrize("other", ["# noqa", "# type: ignore[union-attr]", "# pragma: no cover # noqa: E501"])
def test_what_other_tools_are_told_may_stand_before(other: str) -> None:
    source = f"x = 1  {other}  # errpact: ignore[EP101] why\n"
    assert silenced(source, 1)
    (comment,) = read(source)
    assert (comment.column, comment.why) == (source.index("# errpact") + 1, "why")


def test_what_a_sentence_quotes_is_no_suppression() -> None:
    assert read("x = 1  # write `# errpact: ignore[EP101]` here\n") == ()


def complaints(source: str, found: list[Finding] | None = None, **options: bool) -> list[str]:
    comments = read(source)
    _, _, used = suppress.apply(found or [], comments)
    data = source.encode()
    return [f.message for f in suppress.complaints("a.py", data, comments, used, active=lambda rule: True, **options)]


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("# errpact: ignore[EP101] why", "unused suppression: nothing is found here for EP101"),
        ("# errpact: ignore", "malformed suppression: `errpact: ignore` names no rule"),
        ("# errpact: ignore[] why", "names no rule"),
        ("# errpact: ignore[EP999] why", "EP999 is no rule"),
        ("# errpact: ingore[EP101] why", "`errpact: ingore` is no directive; did you mean ignore?"),
    ],
)
def test_what_is_wrong_is_said(comment: str, message: str) -> None:
    (said,) = complaints(f"x = 1  {comment}\n")
    assert message in said


def test_a_used_one_is_fine_and_a_reason_may_be_required() -> None:
    source = "x = 1  # errpact: ignore[EP101]\n"
    assert complaints(source, [finding(1)]) == []
    assert complaints(source, [finding(1)], require_reason=True) == ["suppression of EP101 without a reason"]


def test_a_rule_that_takes_no_part_is_not_judged() -> None:
    comments = read("x = 1  # errpact: ignore[EP101] why\n")
    assert list(suppress.complaints("a.py", b"", comments, set(), active=lambda rule: False)) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x = 1  # errpact: ignore[EP101] why\ny = 2\n", "x = 1\ny = 2\n"),
        ("x = 1\n    # errpact: ignore[EP101] why\ny = 2\n", "x = 1\ny = 2\n"),
        ("x = 1\r\n# errpact: ignore[EP101] why\r\ny = 2\r\n", "x = 1\r\ny = 2\r\n"),
        ("x = 'é'  # errpact: ignore[EP101] é\ny = 2", "x = 'é'\ny = 2"),
        ("x = 1  # noqa: E501  # errpact: ignore[EP101] why\ny = 2\n", "x = 1  # noqa: E501\ny = 2\n"),
    ],
)
def test_an_unused_one_can_be_removed(before: str, after: str) -> None:
    data = before.encode()
    comments = suppress.read(data, rules.code_of)
    (complaint,) = suppress.complaints("a.py", data, comments, set(), active=lambda rule: True)
    assert complaint.fix is not None
    assert complaint.fix.safe
    assert edited(data, complaint.fix.edits).decode() == after


def test_of_several_rules_only_the_unused_ones_are_removed() -> None:
    data = b"x = 1  # errpact: ignore[EP101, EP203] why\n"
    comments = suppress.read(data, rules.code_of)
    _, _, used = suppress.apply([finding(1, "EP203")], comments)
    (complaint,) = suppress.complaints("a.py", data, comments, used, active=lambda rule: True)
    assert complaint.message.endswith("EP101")
    assert complaint.fix is not None
    assert edited(data, complaint.fix.edits) == b"x = 1  # errpact: ignore[EP203] why\n"


@pytest.mark.parametrize("source", [b"def f(:\n  x = (\n# errpact: ignore[EP101]", b"\xff\xfe", b"\tx\n  y\n z\n", b""])
def test_broken_files_do_no_harm(source: bytes) -> None:
    read(source)
