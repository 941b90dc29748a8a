"""EP205 says on what the resend is decided: on the code alone, on another thing, or on nothing at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from errpact.contracts import load_all
from errpact.contracts.settings import Settings
from errpact.lint.analyse import analyse
from errpact.lint.project import Project, SourceFile

CLIENT = """import time
import requests

class KhipuError(Exception):
    pass

def movements(token):
    for attempt in range(3):
        reply = requests.post("https://api.khipu.com/v1/cl/banks/x/movements", headers={{"Authorization": token}})
        body = reply.json()
        if body["Status"] == "OK":
            return body["Data"]
        if {leaves}:
            raise KhipuError(body["Error"])
        time.sleep(14400)
    raise KhipuError(body["Error"])
"""


@pytest.mark.parametrize(
    ("leaves", "said"),
    [
        ("False", "every error is resent, though another field says whether that is allowed"),
        ("attempt > 1", "every error is resent, though another field says whether that is allowed"),
        (
            'not body["Error"]["Code"].startswith("E2")',
            "the resend is decided on the code alone, though another field says whether it is allowed",
        ),
    ],
)
def test_the_message_says_what_the_code_does(leaves: str, said: str) -> None:
    root = Path("/project")
    data = CLIENT.format(leaves=leaves).encode()
    project = Project(root, (SourceFile("client.py", root / "client.py", data, True, True),))
    found = [f for f in analyse(project, Settings(root, None), load_all()).findings if f.rule == "EP205"]
    assert [said in f.message for f in found] == [True]
