"""No command asks anything outside this machine: with every way out watched, they work, and nothing is asked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

# In the process of the command, and in those that it starts: an audit hook sees what C code does too.
GUARD = """\
import sys

def watch(event, args):
    if event in ("socket.connect", "socket.bind", "socket.sendto"):
        address = args[1]
        if isinstance(address, tuple) and address[0] == "127.0.0.1" and ALLOWED:
            return
        if (event, address[0]) == ("socket.bind", "::1") and ALLOWED:
            return  # urllib3 looks whether there is IPv6
        raise BaseException(f"network: {event} {address!r}")
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "urllib.Request", "http.client.connect"):
        if ALLOWED and "127.0.0.1" in str(args):
            return
        raise BaseException(f"network: {event} {args!r}")

sys.addaudithook(watch)
"""
CLIENT = """\
import requests

def accounts(token, base_url="https://api.flanks.io"):
    return requests.post(base_url + "/v0/bank/account", json={"t": token}, timeout=9).json()["accounts"]
"""
TEST = """\
import pytest
from client import accounts

@pytest.mark.errpact("flanks", codes=[20001])
def test_accounts(errpact_case):
    errpact_case.check(lambda base_url: accounts("token", base_url), success={"accounts": []})
"""
SCHEMA = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": "https://example.com/other.schema.json"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text("[tool.errpact]\n", encoding="utf-8")
    (tmp_path / "client.py").write_text(CLIENT, encoding="utf-8")
    (tmp_path / "test_client.py").write_text(TEST, encoding="utf-8")
    (tmp_path / "reply.json").write_text('{"error": "a", "error_code": 40001}', encoding="utf-8")
    (tmp_path / "other.schema.json").write_text(json.dumps(SCHEMA), encoding="utf-8")
    return tmp_path


def guarded(project: Path, *arguments: str, loopback: bool = False) -> subprocess.CompletedProcess[str]:
    folder = project / "guard"
    folder.mkdir(exist_ok=True)
    (folder / "sitecustomize.py").write_text(f"ALLOWED = {loopback}\n{GUARD}", encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", *arguments], cwd=project, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(folder)},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("lint", "--no-cache", "."), 1),
        (("lint", "--no-cache", "--jobs", "2", "."), 1),
        (("validate", "--provider", "flanks", "reply.json"), 0),
        (("validate", "other.schema.json"), 1),
        (("explain", "flanks:main:400/40001"), 0),
        (("explain", "EP101"), 0),
        (("matrix", "--no-cache", "."), 1),
        (("contracts", "flanks"), 0),
        (("schema", "flanks"), 0),
        (("why", "client.py:4"), 0),
        (("config", "show"), 0),
    ],
    ids=lambda a: " ".join(a) if isinstance(a, tuple) else None,
)
def test_a_command_asks_nobody(project: Path, arguments: tuple[str, ...], code: int) -> None:
    done = guarded(project, "errpact", *arguments)
    assert "network:" not in done.stderr + done.stdout
    assert done.returncode == code, done.stderr


def test_contract_tests_ask_the_loopback_alone(project: Path) -> None:
    done = guarded(project, "pytest", "-q", "-p", "no:asyncio", "-p", "no:xdist", "test_client.py", loopback=True)
    assert "network:" not in done.stdout + done.stderr
    assert "flanks: 1 of " in done.stdout, done.stdout


def test_the_guard_would_notice(project: Path) -> None:
    (project / "asks.py").write_text("import socket\nsocket.create_connection(('127.0.0.1', 9))\n", encoding="utf-8")
    assert "network: socket" in guarded(project, "asks").stderr
