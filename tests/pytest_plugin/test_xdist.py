"""Under pytest-xdist the sums come together, also when a worker crashes."""

from __future__ import annotations

import json

import pytest

SOURCE = """
import pytest
from client import SUCCESS, good, naive

@pytest.mark.errpact("flanks")
def test_accounts(errpact_case):
    errpact_case.check(naive, success=SUCCESS)
"""
CRASH = """

def test_zz_crash():
    import os
    os._exit(1)
"""


@pytest.mark.parametrize("crash", [False, True], ids=["all end", "one crashes"])
def test_records_of_all_workers_are_summed(consumer: pytest.Pytester, crash: bool) -> None:
    consumer.makepyfile(test_contract=SOURCE + CRASH * crash)
    result = consumer.runpytest_subprocess("-n", "2", "-p", "no:asyncio", "--errpact-json=out.json")
    result.stdout.fnmatch_lines(["flanks: 13 of 13 documented cases tried (100 %)*"])
    assert result.stdout.str().count("documented cases × obligations") == 1
    items = json.loads((consumer.path / "out.json").read_text())["items"]
    assert len(items) == len({item["nodeid"] for item in items}) == 24
    assert {i["verdicts"]["no-retry"] for i in items if i["case"] == "flanks:main:50002"} == {"broken"}
