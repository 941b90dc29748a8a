"""Small results of both engines, as they write them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

FORBIDDEN = "flanks:main:400/40001"
WAITING = "flanks:main:400/20003"


def operation(verdicts: Mapping[str, Mapping[str, str]], **parts: Any) -> dict[str, Any]:
    return {"name": "accounts", "path": "src/client.py", "line": 3, "provider": "flanks", "verdicts": verdicts} | parts


def finding(**parts: Any) -> dict[str, Any]:
    steps = [{"path": "src/client.py", "line": 2, "text": "the request is sent"}]
    usual = {
        "rule": "EP101", "name": "forbidden-retry", "severity": "error", "certainty": "definite", "provider": "flanks",
        "cases": [FORBIDDEN], "codes": ["40001"], "path": "src/client.py", "line": 2, "column": 5, "end_line": 2,
        "end_column": 9, "message": "sent again", "help": "don't", "fix": None, "fingerprint": "f" * 32, "steps": steps,
    }  # fmt: skip
    return usual | parts


def lint(*operations: Mapping[str, Any], findings: tuple[Mapping[str, Any], ...] = (), **parts: Any) -> dict[str, Any]:
    usual = {"version": 1, "findings": list(findings), "operations": list(operations), "statistics": {"files": 1}}
    return usual | {"errors": []} | parts


def item(case: str, verdicts: Mapping[str, str], **parts: Any) -> dict[str, Any]:
    usual = {
        "provider": "flanks", "case": case, "nodeid": f"tests/test_client.py::test_accounts[{case}]", "examples": 5,
        "verdicts": verdicts, "requests": {"min": 1, "max": 1}, "waits": [], "message": "", "accepted": [],
    }  # fmt: skip
    return usual | parts


def results(*items: Mapping[str, Any]) -> dict[str, Any]:
    return {"version": 1, "items": list(items)}
