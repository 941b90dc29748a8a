from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class ErrorText(BaseModel):
    model_config = ConfigDict(extra="allow")
    en: str = ""


class Failure(BaseModel):
    error: ErrorText = ErrorText()
    error_code: str
    http_code: str = ""
    success: bool = False

    def pair(self, status: int) -> tuple[int, str]:
        return int(self.http_code or status), self.error_code


class Reply(BaseModel):
    model_config = ConfigDict(extra="allow")
    error_code: str = "0"
    http_code: str = "200"
    success: bool = True

    @property
    def pending(self) -> bool:
        return self.error_code == "10" or self.http_code == "202"
