from __future__ import annotations

from pydantic import BaseModel


class Created(BaseModel):
    credentials_token: str
    message: str = ""


class Refused(BaseModel):
    error: str = ""
    error_code: int | None = None


class FlanksRefused(Exception):
    def __init__(self, status: int, refused: Refused) -> None:
        super().__init__(f"{status} {refused.error_code}: {refused.error}")
        self.status = status
        self.error_code = refused.error_code
        self.text = refused.error
