"""Warnings of a client reach its caller: they tell a case from a success, and which one it is."""

from __future__ import annotations

import json

import pytest

from .conftest import TOML
from .test_items import run

SOURCE = """
import warnings
import pytest, requests

class BankWarning(UserWarning):
    def __init__(self, code):
        super().__init__("not all accounts")
        self.code = code

def call(base_url):
    BEFORE
    response = requests.post(base_url + "/v0/accounts", json={}, timeout=5)
    body = response.json()
    if response.status_code == 200:
        return body["accounts"]
    AFTER
    return []

@pytest.mark.errpact("flanks", codes=[50002], success={"accounts": [{"iban": "ES00"}]})
def test_it(errpact_case):
    errpact_case.check(call)
"""
CODED = "warnings.warn(f\"the bank says {body['error_code']}\")"
PLAIN = 'warnings.warn("not all accounts")'


@pytest.fixture(autouse=True)
def _as_elsewhere(consumer: pytest.Pytester) -> None:
    """Without the filters of this project."""
    consumer.makepyprojecttoml(TOML + 'filterwarnings = ["default"]\n')


@pytest.mark.parametrize(
    ("before", "after", "recognise", "surface"),
    [
        ("", CODED, "kept", "undecided"),
        ("", "warnings.warn(BankWarning(body['error_code']))", "kept", "kept"),
        ("", PLAIN, "kept", "broken"),
        (PLAIN, "", "broken", "undecided"),
        ("", 'warnings.warn("old", DeprecationWarning)', "broken", "undecided"),
    ],
    ids=["the code in its text", "the code as its own", "the same for all", "for a success too", "for developers"],
)
def test_a_warning_is_part_of_what_the_caller_gets(
    consumer: pytest.Pytester, before: str, after: str, recognise: str, surface: str
) -> None:
    run(consumer, SOURCE.replace("BEFORE", before).replace("AFTER", after), "--errpact-json=out.json")
    [item] = json.loads((consumer.path / "out.json").read_text())["items"]
    assert (item["verdicts"]["recognise"], item["verdicts"]["surface"]) == (recognise, surface)


def test_warnings_are_shown_once_for_a_check(consumer: pytest.Pytester) -> None:
    result = run(consumer, SOURCE.replace("BEFORE", "").replace("AFTER", CODED))
    result.assert_outcomes(passed=1, warnings=1)
    result.stdout.fnmatch_lines(["*UserWarning: the bank says 50002"])


def test_filters_of_the_project_stay_in_force(consumer: pytest.Pytester) -> None:
    source = SOURCE.replace("BEFORE", "").replace("AFTER", PLAIN)
    consumer.makepyprojecttoml(TOML + 'filterwarnings = ["ignore:not all"]\n')
    run(consumer, source).assert_outcomes(failed=1, warnings=0)
    consumer.makepyprojecttoml(TOML + 'filterwarnings = ["error:not all"]\n')
    result = run(consumer, source)
    result.stdout.fnmatch_lines(["  then the call raised UserWarning", "surface: UserWarning holds neither*"])
