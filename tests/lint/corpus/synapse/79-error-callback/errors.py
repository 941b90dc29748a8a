from __future__ import annotations

from typing import Any


class SynapseProblem(Exception):
    def __init__(self, body: dict[str, Any]) -> None:
        super().__init__(body.get("http_code"), body.get("error_code"), body.get("error"))
        self.body = body


class Overloaded(SynapseProblem):
    """Too fast, or down for a moment."""


def problem(body: dict[str, Any]) -> SynapseProblem:
    overloaded = body.get("error_code") in {"429", "503"}
    return (Overloaded if overloaded else SynapseProblem)(body)
