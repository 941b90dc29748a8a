from typing import Any

from pydantic import BaseModel, ConfigDict


class ErrorBody(BaseModel):
    model_config = ConfigDict(coerce_numbers_to_str=True, extra="ignore")

    error_code: str
    http_code: str | None = None
    error: dict[str, str] = {}

    @property
    def text(self) -> str:
        return self.error.get("en", "")


class Mfa(BaseModel):
    access_token: str
    message: str = ""


class NodesReply(BaseModel):
    model_config = ConfigDict(coerce_numbers_to_str=True, extra="ignore")

    error_code: str = "0"
    nodes: list[dict[str, Any]] = []
    mfa: Mfa | None = None
