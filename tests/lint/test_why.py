"""`errpact why`: a line, a line of something written on several, an operation's own line, and where to ask instead."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from errpact.cli import main
from errpact.contracts import load_all
from errpact.contracts.settings import Settings
from errpact.lint.analyse import analyse
from errpact.lint.project import Project, SourceFile

CLIENT = """import requests
from tenacity import retry, retry_if_exception, retry_if_result, stop_after_attempt, wait_exception

class FlanksError(Exception):
    def __init__(self, code):
        self.code = code

def transient(exc):
    return isinstance(exc, FlanksError) and exc.code == 50001

@retry(
    retry=retry_if_exception(transient) | retry_if_result(lambda body: body is None),
    stop=stop_after_attempt(3),
    wait=wait_exception(lambda exc: 60),
)
def status(body):
    reply = requests.post("https://api.flanks.io/v0/bank/credentials/status", json=body, timeout=9)
    if reply.status_code != 200:
        raise FlanksError(reply.json()["error_code"])
    return reply.json()
"""
POLICY, DEFINITION, RETURN = 12, 16, 20


@pytest.fixture
def why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "client.py").write_text(CLIENT)

    def run(line: int) -> str:
        assert main(["why", f"client.py:{line}"]) == 0
        return capsys.readouterr().out

    return run


@pytest.mark.parametrize("line", [POLICY - 1, POLICY, POLICY + 2, DEFINITION])
def test_each_line_of_a_retry_and_its_function_tell_what_is_resent(why: Any, line: int) -> None:
    out = why(line)
    rows = {row.split()[0]: row for row in out.splitlines() if row.startswith("  flanks:")}
    assert "  3  " in rows["flanks:main:50001"]
    assert "60 s" in rows["flanks:main:50001"]
    assert "  1  " in rows["flanks:main:50003"]


def test_a_line_that_nothing_passes_says_where_to_ask(why: Any) -> None:
    assert why(RETURN) == "client.py:20: no documented error is known to pass here (ask about line 17 or 18 or 19)\n"
    assert "ask about line" in why(1)


def test_what_a_policy_holds_is_not_told_as_lost() -> None:
    root = Path("/project")
    project = Project(root, (SourceFile("client.py", root / "client.py", CLIENT.encode(), True, True),))
    assert analyse(project, Settings(root, None), load_all()).unresolved == ()


def test_what_nobody_knows_is() -> None:
    root = Path("/project")
    data = CLIENT.replace("from tenacity import", "from elsewhere import").encode()
    project = Project(root, (SourceFile("client.py", root / "client.py", data, True, True),))
    lost = analyse(project, Settings(root, None), load_all()).unresolved
    assert any("retry_if_exception" in f.message for f in lost)
