"""A case that only one part of a provider has: the finding says how a client of another part is bound to that one."""

from __future__ import annotations

from pathlib import Path

from errpact.contracts import load_all
from errpact.contracts.settings import Client, Settings
from errpact.lint.analyse import analyse
from errpact.lint.finding import Finding
from errpact.lint.project import Project, SourceFile

AGAIN_ON = """import time
import requests

def fetch(node):
    for _ in range(3):
        reply = requests.get("https://api.synapsefi.com/v3.1/nodes/" + node)
        if {test}:
            time.sleep(3600)
            continue
        if reply.status_code != 200:
            raise RuntimeError(reply.json())
        return reply.json()
    raise TimeoutError
"""
CODE = 'reply.status_code != 200 and reply.json()["error_code"] == "500"'
ANY = "reply.status_code != 200"


def resent(test: str, surface: str | None = None) -> list[Finding]:
    root = Path("/project")
    data = AGAIN_ON.format(test=test).encode()
    project = Project(root, (SourceFile("client.py", root / "client.py", data, True, True),))
    settings = Settings(root, None, clients=(Client("synapse", ("**",), surface=surface),))
    return [f for f in analyse(project, settings, load_all()).findings if f.rule == "EP101"]


def test_a_case_of_one_part_says_how_to_leave_it_out() -> None:
    (found,) = resent(CODE)
    assert found.cases == ("synapse:bank-login-auth:402/500",)
    assert found.help is not None
    assert found.help.splitlines()[-1] == (
        "only bank-login-auth has this; if the client calls another part: "
        'surface = "main" or "bank-login-sync" in [[tool.errpact.client]]'
    )


def test_bound_to_another_part_it_is_gone_and_bound_to_its_own_it_says_no_more() -> None:
    assert resent(CODE, "main") == []
    (found,) = resent(CODE, "bank-login-auth")
    assert "surface" not in str(found.help)


def test_what_every_part_has_says_nothing_of_parts() -> None:
    (found,) = (f for f in resent(ANY) if "synapse:main:100" in f.cases)
    assert "surface" not in str(found.help)
