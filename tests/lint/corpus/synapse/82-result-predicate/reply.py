from __future__ import annotations

from typing import Any

from attrs import define, field


@define(frozen=True)
class Reply:
    status: int
    body: dict[str, Any] = field(repr=False)

    @property
    def code(self) -> str:
        return self.body.get("error_code", "0")

    @property
    def ok(self) -> bool:
        return self.status == 200 and self.code == "0"

    @property
    def busy(self) -> bool:
        return self.code == "429"

    @property
    def pending(self) -> bool:
        return self.code == "10"
