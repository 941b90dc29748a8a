"""A line of a log around a reply is no reply: where the reply stands is told, and nothing else of the line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from errpact.cli import main

REPLY = {"error_code": "503", "http_code": "503", "error": {"en": "x"}, "success": False}
FLANKS = {"error": "x", "error_code": 20001}


@pytest.fixture
def validate(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    def run(*values: object, provider: str = "synapse", options: tuple[str, ...] = ()) -> tuple[int, str]:
        file = tmp_path / "log.ndjson"
        file.write_text("".join(f"{json.dumps(v)}\n" for v in values))
        code = main(["validate", "--provider", provider, *options, str(file)])
        return code, capsys.readouterr().out

    return run


@pytest.mark.parametrize(
    ("line", "how"),
    [
        ({"ts": "x", "response": REPLY}, "--body /response ["),
        ({"ts": "x", "response": json.dumps(REPLY)}, "--body /response ["),
        ({"status": 503, "response": REPLY}, "--body /response --status /status ["),
        ({"response": {"status_code": "503", "data": REPLY}}, "--body /response/data --status /response/status_code ["),
    ],
)
def test_it_says_where_the_reply_stands(validate: Any, line: object, how: str) -> None:
    code, out = validate(line, line)
    assert code == 1
    assert f"log.ndjson:2: error: this is no reply of synapse, but holds one: pass {how}not-a-capture]" in out
    assert "0 of 2 replies valid" in out


def test_with_that_it_is_taken_for_one(validate: Any) -> None:
    line = {"status": 503, "response": REPLY}
    code, out = validate(line, line, options=("--body", "/response", "--status", "/status"))
    assert code == 0
    assert "2 of 2 replies valid" in out


def test_every_provider_with_open_bodies(validate: Any) -> None:
    assert "pass --body /payload [" in validate({"ts": 1, "payload": FLANKS}, {"ts": 2}, provider="flanks")[1]


@pytest.mark.parametrize(
    "line",
    [
        REPLY,
        {"error_code": "0", "http_code": "200", "success": True, "last": REPLY},  # a result that quotes an error
        {"status": 503, "body": REPLY},
        {"ts": "x", "items": [REPLY]},
        {"ts": "x", "response": {"error_code": "none of theirs", "success": False}},
    ],
)
def test_what_is_a_reply_or_holds_none_for_sure_is_left_alone(validate: Any, line: object) -> None:
    assert "not-a-capture" not in validate(line, line)[1]


def test_a_key_that_may_be_data_is_not_repeated(validate: Any) -> None:
    assert "12345678900" not in validate({"12345678900": REPLY}, {"x": {"a b": REPLY}})[1]
