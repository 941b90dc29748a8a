from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    rows: list[dict[str, Any]]
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Accepted:
    """Taken in, still being worked on."""


@dataclass(frozen=True, slots=True)
class Refused:
    status: int
    code: str
    detail: str

    OTHER_INSTITUTION = frozenset({"ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"})

    @property
    def elsewhere(self) -> bool:
        return self.code in self.OTHER_INSTITUTION


def read(status: int, body: dict[str, Any]) -> Page | Accepted | Refused:
    if status == 202:
        return Accepted()
    if status < 300:
        return Page(body.get("data", []), partial=status == 206)
    code = body.get("code") or body.get("error") or ""
    detail = body.get("detail") or body.get("error_description") or body.get("message") or ""
    return Refused(status, code, detail)
