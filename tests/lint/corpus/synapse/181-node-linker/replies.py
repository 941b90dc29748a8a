from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator


class MfaInfo(BaseModel):
    access_token: str | None = None
    message: str | None = None


class SynapseReply(BaseModel):
    model_config = ConfigDict(extra="allow")

    error_code: str = "0"
    http_code: str
    success: bool = True
    error: dict[str, Any] = Field(default_factory=dict)
    nodes: list[dict[str, Any]] = Field(default_factory=list)
    mfa: MfaInfo | None = None

    @field_validator("error_code", "http_code", mode="before")
    @classmethod
    def _always_text(cls, value: Any) -> str:
        return str(value)

    @field_validator("error", mode="before")
    @classmethod
    def _bare_text(cls, value: Any) -> Any:
        return {"en": value} if isinstance(value, str) else value or {}

    @model_validator(mode="after")
    def _consistent(self) -> "SynapseReply":
        if not self.success and self.error_code == "0":
            self.error_code = "unknown"
        return self

    @property
    def pair(self) -> tuple[str, str]:
        return self.http_code, self.error_code

    @classmethod
    def parse(cls, status: int, body: dict[str, Any]) -> "SynapseReply":
        return cls.model_validate({"http_code": status, "success": status < 400, **body})
