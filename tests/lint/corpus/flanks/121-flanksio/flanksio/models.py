from __future__ import annotations

from typing import Optional

from pydantic import BaseModel, ConfigDict


class _Model(BaseModel):
    model_config = ConfigDict(extra="allow")


class LinkedToken(_Model):
    credentials_token: str
    error_code: Optional[int] = None
    message: Optional[str] = None

    @property
    def usable(self) -> bool:
        """False while Flanks is still checking it (answered with a 202)."""
        return self.error_code is None


class Status(_Model):
    pending: bool = False
    errored: bool = False
    created: Optional[bool] = None


class Account(_Model):
    iban: Optional[str] = None
    balance: Optional[float] = None
    currency: Optional[str] = None
