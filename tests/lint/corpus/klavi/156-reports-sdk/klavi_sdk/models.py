from __future__ import annotations

from typing import Any

import attrs

GAPS = {201: "authorization", 202: "transactions", 203: "cpf"}


@attrs.frozen
class Report:
    code: int
    accounts: tuple[dict[str, Any], ...]
    missing: str | None = None

    @property
    def complete(self) -> bool:
        return self.missing is None


@attrs.frozen
class Reply:
    """What came back, success or not."""

    code: int | None
    body: Any

    @property
    def ok(self) -> bool:
        return self.code == 200 or self.code in GAPS

    def report(self) -> Report:
        data = self.body.get("data") or {}
        return Report(self.code, tuple(data.get("accounts") or ()), GAPS.get(self.code))
