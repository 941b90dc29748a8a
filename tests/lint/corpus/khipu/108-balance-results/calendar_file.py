from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Protocol


class Calendar(Protocol):
    def opens_at(self, service: str) -> datetime | None: ...
    def close_until(self, service: str, when: datetime) -> None: ...


class FileCalendar:
    def __init__(self, path: Path) -> None:
        self._path = path

    def _load(self) -> dict[str, str]:
        return json.loads(self._path.read_text()) if self._path.exists() else {}

    def opens_at(self, service: str) -> datetime | None:
        raw = self._load().get(service)
        return datetime.fromisoformat(raw) if raw else None

    def close_until(self, service: str, when: datetime) -> None:
        self._path.write_text(json.dumps(self._load() | {service: when.isoformat()}))
