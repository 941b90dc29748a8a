from __future__ import annotations

from typing import Any


class ApiFault(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        self.status = status
        self.code = body.get("code") or body.get("error") or ""
        self.title = body.get("title") or ""
        self.detail = body.get("detail") or body.get("error_description") or body.get("message") or ""
        super().__init__(f"{status} {self.title or self.detail}")

    @property
    def is_timeout(self) -> bool:
        return "timeout" in self.title.lower() or "time out" in self.title.lower()

    @property
    def consent_trouble(self) -> bool:
        return self.title.startswith("Consentimento")
