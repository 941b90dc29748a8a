"""The registry and the rules' documentation."""

from __future__ import annotations

import ast
from types import ModuleType

import pytest

from errpact.lint import rules
from errpact.lint.explain import page, rule_page, rule_table
from errpact.lint.finding import Severity

from .one_file import shown

CODES = (
    *(f"EP10{n}" for n in range(1, 7)),
    *(f"EP20{n}" for n in range(1, 8)),
    *(f"EP30{n}" for n in range(1, 7)),
    "EP401",
    *(f"EP90{n}" for n in range(3)),
)


def module(name: str, doc: str | None, rule: object) -> ModuleType:
    made = ModuleType(f"errpact.lint.rules.{name}", doc)
    made.RULE = rule  # type: ignore[attr-defined]  # a made module
    return made


def made_rule(code: str = "EP999", name: str = "some-rule") -> rules.Rule:
    return rules.Rule(code, name, Severity.ERROR, "something")


def test_every_rule_of_the_design_is_there() -> None:
    assert tuple(rules.registry()) == CODES


@pytest.mark.parametrize(
    ("modules", "problem"),
    [
        ([module("some_rule", None, made_rule())], "has no docstring"),
        ([module("some_rule", "Doc.", None)], "defines no RULE"),
        ([module("other", "Doc.", made_rule())], "is named 'other', its rule 'some-rule'"),
        (
            [module("some_rule", "Doc.", made_rule()), module("more", "Doc.", made_rule(name="more"))],
            "EP999 is taken by errpact.lint.rules.some_rule",
        ),
    ],
)
def test_a_rule_that_does_not_keep_to_the_form_is_refused(modules: list[ModuleType], problem: str) -> None:
    with pytest.raises(rules.BrokenRule, match=problem):
        rules.collect(iter(modules))


@pytest.mark.parametrize("code", CODES)
def test_documentation_is_complete(code: str) -> None:
    it = page(code)
    assert it.what.endswith(".")
    assert it.why
    assert it.misses
    assert bool(it.bad) == bool(it.good) == (code not in ("EP900", "EP902"))
    for block in (it.bad, it.good):
        ast.parse(block)
    assert it.bad != it.good or not it.bad
    text = rule_page(it.name)
    assert text.startswith(f"{code} {it.name} (")
    assert f"# errpact: ignore[{code}] why" in text


def test_the_table_lists_every_rule() -> None:
    assert [line.split()[0] for line in rule_table().splitlines()] == list(CODES)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("EP101", ("EP101",)),
        ("ep101", ("EP101",)),
        ("lossy-error", ("EP203",)),
        ("EP90", ("EP900", "EP901", "EP902")),
        ("all", CODES),
    ],
)
def test_selectors(text: str, codes: tuple[str, ...]) -> None:
    assert rules.expand(text) == codes


@pytest.mark.parametrize("text", ["", "EP5", "lossy", "EP1011"])
def test_what_selects_nothing_is_a_mistake(text: str) -> None:
    with pytest.raises(rules.UnknownRule):
        rules.expand(text)


def test_explain_takes_codes_and_names() -> None:
    assert rule_page("EP101") == rule_page("forbidden-retry")
    with pytest.raises(rules.UnknownRule, match="did you mean EP101"):
        rule_page("EP1O1")


def test_the_hours_of_one_code_are_not_said_of_another() -> None:
    source = (
        "import requests\n\n\ndef f():\n    for _ in range(3):\n"
        '        r = requests.get("https://api.flanks.io/a", timeout=5)\n'
        "        if r.ok:\n            return r.json()\n    raise RuntimeError(r.text)\n"
    )
    (found,) = [f for f in shown({"a.py": source}, "flanks") if f.rule == "EP102"]
    assert {"20001", "20003"} <= {str(code) for code in found.codes}
    assert "up to 24 h are documented" in found.message
