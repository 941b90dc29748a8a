"""No payload's value appears in what errpact writes: not in output, reports, caches, failure files or tracebacks.

(`tests/contracts/test_validate_private.py` holds `validate` to the same.) The marked values stand in a recorded reply,
in the client's own data, in requests and in the errors that the client makes of them.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

MARKS = ("MARIA-SILVA-98765", "12345678909", "ES9121000418450200051332", "tok_live_Zx81kQ", "Secret Person")
DATA = {"name": MARKS[0], "cpf": MARKS[1], "iban": MARKS[2], MARKS[4]: int(MARKS[1])}

CLIENT = '''
import json
from pathlib import Path

import requests

DATA = json.loads(Path("recorded.json").read_text())


class ClientError(Exception):
    pass


def accounts(base_url):
    """Wrong in every way: it repeats what it must not, crashes on some codes, and puts all it knows into its errors."""
    for _ in range(3):
        reply = requests.post(
            f"{base_url}/v0/users/{DATA['cpf']}/{DATA['iban']}?token=tok_live_Zx81kQ",
            json=DATA, headers={"Authorization": "Bearer tok_live_Zx81kQ"}, timeout=5,
        )
        body = reply.json()
        if reply.ok and "accounts" in body:
            return [a["name"] for a in body["accounts"]]
    if body.get("error_code") == 40001:
        raise ClientError(f"{reply.url} {body} {DATA}")
    return {40000: 1}[body["error_code"]]
'''
TEST = """
import json
from pathlib import Path

import pytest
from client import DATA, accounts

@pytest.mark.errpact("flanks")
def test_accounts(errpact_case):
    errpact_case.check(accounts, success={"accounts": [DATA]}, routes={"/never": DATA})
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("consumer")
    (folder / "pyproject.toml").write_text(
        '[tool.errpact]\n[[tool.errpact.client]]\nprovider = "flanks"\npaths = ["client.py"]\n', encoding="utf-8"
    )
    (folder / "client.py").write_text(CLIENT, encoding="utf-8")
    (folder / "test_client.py").write_text(TEST, encoding="utf-8")
    (folder / "recorded.json").write_text(json.dumps(DATA), encoding="utf-8")
    return folder


def run(folder: Path, *arguments: str) -> str:
    environment = {**os.environ, "ERRPACT_DEBUG": ""}
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=folder, capture_output=True, text=True, check=False, env=environment
    )
    return done.stdout + done.stderr


def written(folder: Path) -> Iterator[tuple[Path, str]]:
    """All that was written below a folder, but for what the project itself consists of."""
    own = {"client.py", "test_client.py", "recorded.json"}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name not in own and path.suffix != ".pyc":
            yield path, path.read_bytes().decode("latin-1")


def leaks(text: str) -> list[str]:
    return [mark for mark in MARKS if mark in text]


def test_contract_tests(project: Path) -> None:
    """The client fails in each way; every file that the run leaves is looked into."""
    text = run(
        project, "pytest", "-p", "no:asyncio", "--errpact-json=out.json", "--junitxml=out.xml", "-o",
        "junit_logging=all", "--tb=short", "-rA",
    )  # fmt: skip
    assert "broken" in text
    failures = [p for p, _ in written(project) if ".pytest_cache" in str(p) and p.suffix == ".json"]
    assert failures, "no failure file was looked at"
    assert leaks(text) == []
    assert [(p.name, leaks(t)) for p, t in written(project) if leaks(t)] == []
    replayed = run(project, "errpact", "replay", str(failures[0]))
    assert "broken" in replayed
    assert leaks(replayed) == []


def test_lint_and_matrix(project: Path) -> None:
    """The analysis reads code alone: a recording beside it leaves no trace in report or cache."""
    text = run(project, "errpact", "lint", "--output-format", "json", "--output-format", "sarif=a.sarif")
    text += run(project, "errpact", "matrix", "client.py", "--html", "matrix.html")
    assert (project / ".errpact_cache").is_dir()
    assert "EP2" in text
    marks = [MARKS[0], MARKS[1], MARKS[2], MARKS[4]]  # the token stands in the code itself
    assert [m for m in marks if m in text] == []
    assert [(p.name, leaks(t)) for p, t in written(project) if set(leaks(t)) & set(marks)] == []


def test_serve_says_where_a_request_went_without_what_it_carried(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "errpact", "serve", "flanks", "--case", "40001"],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    ) as server:  # fmt: skip
        assert server.stdout is not None
        url = server.stdout.readline().rpartition(" on ")[2].strip()
        request = urllib.request.Request(  # noqa: S310 - our own server
            f"{url}/v0/users/{MARKS[1]}/{MARKS[3]}?name={MARKS[0]}",
            data=json.dumps(DATA).encode(),
            headers={"Authorization": MARKS[3]},
        )
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(request, timeout=10)  # noqa: S310 - our own server
        refused.value.close()
        line = server.stdout.readline()
        server.terminate()
    assert line.startswith("POST /v0/users/…/…")
    assert leaks(line) == []
