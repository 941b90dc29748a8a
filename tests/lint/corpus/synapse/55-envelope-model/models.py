from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Envelope(BaseModel):
    """What all replies have in common."""

    model_config = ConfigDict(extra="allow")

    code: str = "0"
    http_code: str = "200"
    success: bool = True
    error: dict[str, str] = Field(default_factory=dict)

    @property
    def failed(self) -> bool:
        return self.code != "0"

    def extra(self, name: str, default: Any = None) -> Any:
        return (self.model_extra or {}).get(name, default)
