"""Control characters and markup in code, paths, payloads and contracts reach no terminal and no page as they are."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from errpact.cli import main
from errpact.contracts import InvalidContract, parse

EVIL = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202e\u2066</script><img src=x onerror=alert(1)>"
CLIENT = f"""\
import requests

# {EVIL}
def accounts(token, base_url="https://api.flanks.io"):
    reply = requests.post(base_url + "/v0/bank/account", json={{"t": token}}, timeout=9).json()
    if reply["error_code"] == "{EVIL}":
        raise ValueError("{EVIL}")
    return reply["accounts"]
"""
# No slash and no control byte that a file system refuses.
NAME = EVIL.replace("/", "") + ".py"
CONTRACT = (Path(__file__).parents[2] / "contracts" / "providers" / "flanks.toml").read_text(encoding="utf-8")


def run(*arguments: str) -> str:
    """What a command prints to both streams."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), contextlib.suppress(SystemExit):
        main([*arguments])
    return out.getvalue() + err.getvalue()


def raw(text: str) -> list[str]:
    """The characters that steer a terminal or the direction of text."""
    return [c for c in text if not c.isprintable() and c not in "\n\xa0"]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pyproject.toml").write_text("[tool.errpact]\n", encoding="utf-8")
    (tmp_path / NAME).write_text(CLIENT, encoding="utf-8")
    (tmp_path / "client.py").write_text(CLIENT, encoding="utf-8")
    body = {EVIL: EVIL, "error": EVIL, "error_code": EVIL}
    (tmp_path / f"{NAME}.json").write_text(json.dumps(body), encoding="utf-8")
    (tmp_path / "bad.toml").write_text(CONTRACT.replace('title = "', f'title = "{EVIL!r}'), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "gitlab", "junit"])
def test_lint(project: Path, form: str) -> None:
    text = run("lint", "--no-cache", "--statistics", "--show-unresolved", "--possible", "--output-format", form)
    assert "EP" in text
    assert raw(text) == []


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "junit"])
@pytest.mark.parametrize("values", [(), ("--show-values",)])
def test_validate(project: Path, form: str, values: tuple[str, ...]) -> None:
    text = run("validate", "--provider", "flanks", *values, "--output-format", form, f"{NAME}.json")
    assert "error_code" in text
    assert raw(text) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("why", "client.py:5", "--path"),
        ("why", f"{NAME}:5", "--path"),
        ("matrix", "."),
        ("matrix", ".", "--html", "m.html"),
        ("explain", EVIL),
        ("contracts", EVIL),
        ("lint", EVIL),
        ("lint", "--config", EVIL),
        ("lint", "--select", EVIL),
        ("validate", EVIL),
        ("validate", "--provider", EVIL, "client.py"),
        ("replay", EVIL),
        ("merge", EVIL),
        ("schema", EVIL),
        ("serve", "flanks", "--case", EVIL),
        ("new", "contract", EVIL),
        ("lint", "long" * 90),
        ("lint", "client.py", "-o", "long" * 90),
        ("why", f"{'long' * 90}:1"),
    ],
    ids=lambda a: " ".join(a).replace(EVIL, "EVIL"),
)
def test_other_commands(project: Path, arguments: tuple[str, ...]) -> None:
    text = run(*arguments)
    assert text
    assert raw(text) == []
    assert "internal error" not in text


@pytest.mark.parametrize(
    "change",
    [
        lambda t, e: t.replace('title = "', f'title = "{e}'),
        lambda t, e: t.replace('meaning = "', f'meaning = "{e}', 1),
        lambda t, e: f'"{e}" = 1\n{t}',
    ],
    ids=["title", "meaning", "key"],
)
def test_a_contract_holds_no_control_characters(change: Callable[[str, str], str]) -> None:
    for escaped, shown in ((r"\u001B[2J", r"\x1b"), (r"\u202E", r"\u202e"), (r"\u009B", r"\x9b")):
        changed = change(CONTRACT, escaped)
        assert changed != CONTRACT
        with pytest.raises(InvalidContract) as refused:
            parse(changed)
        assert shown in str(refused.value)
        assert "control character" in str(refused.value)
    assert parse(CONTRACT.replace('title = "', 'title = "Führung: 日本\xa0·\\n'))


def test_a_configuration_holds_no_control_characters(project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool.errpact]\nselect = ["\\u001B[2J"]\n', encoding="utf-8")
    for command in (["lint"], ["config", "show"]):
        text = run(*command)
        assert "control character" in text
        assert raw(text) == []


def test_a_failure_file_passes_no_option_to_pytest(project: Path) -> None:
    failure = {"format": 1, "provider": "flanks", "case": "x", "nodeid": "--help", "example": {}}
    (project / "f.json").write_text(json.dumps(failure), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "errpact", "replay", "f.json"],
        capture_output=True, text=True, check=False, env={**os.environ, "COLUMNS": "80"},
    )  # fmt: skip
    assert done.returncode == 2
    assert "usage:" not in done.stdout
