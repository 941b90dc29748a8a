from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Answer:
    kind: str
    status: int
    body: dict[str, Any] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return self.kind == "data"


def classify(status: int, body: dict[str, Any]) -> Answer:
    match body:
        case {"error_code": "20002"}:
            kind = "processing"
        case {"error_code": "20003"}:
            kind = "review"
        case {"error_code": "50002" | "50003"}:
            kind = "customer"
        case {"error_code": _} | {"error": _}:
            kind = "failed"
        case _:
            kind = "data" if status == 200 else "failed"
    return Answer(kind, status, body)
