from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Mapping


@dataclass
class FlanksReply:
    """Reply of Flanks in the shape our services expect."""

    http: int
    error_code: int | None
    message: str
    data: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def parse(cls, http: int, raw: Mapping[str, Any]) -> "FlanksReply":
        return cls(
            http=http,
            error_code=raw.get("errorCode"),
            message=str(raw.get("error") or raw.get("message") or ""),
            data=dict(raw),
        )

    @property
    def failed(self) -> bool:
        return self.error_code is not None

    @property
    def processing(self) -> bool:
        return self.error_code == 20002
