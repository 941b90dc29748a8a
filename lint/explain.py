"""A rule's documentation, taken from its module's docstring: for the terminal, and as data for docs and tests."""

from __future__ import annotations

import re
import textwrap
from typing import Final

from ..contracts.plain import value
from . import rules

_SECTION: Final = re.compile(r"^(Bad|Good|Known misses):$", re.MULTILINE)


@value
class Page:
    """A rule's documentation. what: one line. bad, good: Python source, empty where a rule shows none."""

    code: str
    name: str
    severity: str
    what: str
    why: str
    bad: str
    good: str
    misses: str


def page(code: str) -> Page:
    """The documentation of a rule given by code or name. Raises rules.UnknownRule."""
    found = rules.code_of(code)
    if found is None:
        raise rules.UnknownRule(code)
    rule = rules.registry()[found]
    head, *rest = _SECTION.split(rules.docstring(found))
    sections = {rest[n]: textwrap.dedent(rest[n + 1]).strip("\n") for n in range(0, len(rest), 2)}
    what, _, why = head.strip().partition("\n")
    return Page(
        code=rule.code,
        name=rule.name,
        severity=rule.severity.value,
        what=what.strip(),
        why=why.strip(),
        bad=_block(sections.get("Bad", "")),
        good=_block(sections.get("Good", "")),
        misses=sections.get("Known misses", "").strip(),
    )


def _block(text: str) -> str:
    return text.rstrip() + "\n" if text.strip() else ""


def rule_page(code: str) -> str:
    """A rule's page for the terminal. Raises rules.UnknownRule."""
    it = page(code)
    parts = [f"{it.code} {it.name} ({it.severity})", it.what, it.why]
    parts += [f"Bad:\n\n{textwrap.indent(it.bad.rstrip(), '    ')}"] if it.bad else []
    parts += [f"Good:\n\n{textwrap.indent(it.good.rstrip(), '    ')}"] if it.good else []
    parts += [f"Known misses: {it.misses[0].lower()}{it.misses[1:]}"] if it.misses else []
    parts.append(f"Silence one place with a comment: # errpact: ignore[{it.code}] why")
    return "\n\n".join(parts) + "\n"


def rule_table() -> str:
    """All rules, one a line."""
    return "".join(f"{r.code}  {r.name:<26}{r.severity.value:<9}{r.summary}\n" for r in rules.registry().values())
