from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from errors import UpdateError, factory_for


@dataclass(frozen=True)
class ApiReply:
    """Wraps a JSON body, so that callers needn't know the wire format."""

    raw: dict[str, Any]

    @property
    def code(self) -> int:
        return self.raw["code"]

    @property
    def error(self) -> UpdateError | None:
        factory = factory_for(self.code)
        if factory is None:
            return None
        return factory(self.code, self.raw.get("message", ""))

    @property
    def ok(self) -> bool:
        return self.error is None

    @property
    def data(self) -> dict[str, Any]:
        return self.raw.get("data") or {}

    def unwrap(self) -> dict[str, Any]:
        if (error := self.error) is not None:
            raise error
        return self.data
