"""Each rule's documented example of a defect fires that rule; its mended version is silent."""

from __future__ import annotations

import pytest

from errpact.lint import rules
from errpact.lint.explain import page

from .one_file import shown

CODES = tuple(code for code in rules.registry() if not code.startswith("EP9"))


def file_name(code: str) -> str:
    """Only tests are looked at by the rule on tests."""
    return "test_client.py" if code.startswith("EP4") else "client.py"


@pytest.mark.parametrize("code", CODES)
def test_the_bad_example_fires(code: str) -> None:
    found = shown({file_name(code): page(code).bad})
    assert code in {f.rule for f in found}, [(f.rule, f.line, f.message) for f in found]


@pytest.mark.parametrize("code", CODES)
def test_the_good_example_is_silent(code: str) -> None:
    found = shown({file_name(code): page(code).good})
    assert found == (), [(f.rule, f.line, f.message) for f in found]
