"""What lint says of each case and obligation, for the matrix."""

from __future__ import annotations

import pytest

from .one_file import analysed

CLIENT = """import requests

class Refused(Exception):
    pass

def accounts(token):
    reply = requests.post("https://api.flanks.io/v0/bank/account", json={"token": token}, timeout=30)
    body = reply.json()
    if reply.status_code != 200:
        raise Refused(TOLD)
    return body["accounts"]
"""


def surface(told: str) -> dict[str, str]:
    (operation,) = analysed({"client.py": CLIENT.replace("TOLD", told)}, "flanks").operations
    return {case.partition("main:")[2]: states["surface"] for case, states in operation.verdicts.items()}


@pytest.mark.parametrize("told", ["body", "reply", "body.get('error_code')", "reply.status_code, body"])
def test_the_code_or_the_body_tells_each_case(told: str) -> None:
    assert set(surface(told).values()) == {"kept"}


@pytest.mark.parametrize("told", ["reply.status_code", "f'Flanks answered {reply.status_code}'"])
def test_a_status_tells_the_case_that_is_alone_with_it(told: str) -> None:
    states = surface(told)
    assert states["409/40001"] == states["405/no-code"] == "kept"
    assert states["400/20001"] == "broken", "four codes and their remedies are one error, which EP203 reports"
    assert states["50001"] == "undecided", "the page gives it no status, so others may share it"


def test_a_sentence_tells_nothing() -> None:
    assert {state for case, state in surface("'could not read'").items() if case != "202/20003"} == {"broken"}
