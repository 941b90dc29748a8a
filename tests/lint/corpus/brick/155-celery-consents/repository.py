"""In-memory stand-ins for the tables; the real ones live in the monolith."""
from __future__ import annotations

from typing import Any


class Consents:
    _rows: dict[str, dict[str, Any]] = {}

    @classmethod
    def update(cls, consent_id: str, **values: Any) -> None:
        cls._rows.setdefault(consent_id, {}).update(values)

    @classmethod
    def ids_to_refresh(cls) -> list[str]:
        return [key for key, row in cls._rows.items() if row.get("status") == "AUTHORISED"]


class _DeadLetters:
    def __init__(self) -> None:
        self.rows: list[tuple[Any, ...]] = []

    def add(self, *row: Any) -> None:
        self.rows.append(row)


dead_letters = _DeadLetters()
