"""Error catalogue of the Flanks API."""
from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum


class FlanksCode(IntEnum):
    INCOMPLETE = 20001
    PROCESSING = 20002
    SCA_ERROR = 20003
    CONFIGURATION_ERROR = 40001
    BANK_ERROR = 50001
    CREDENTIALS_ERROR = 50002
    SCA_REQUIRED = 50003


class Owner(Enum):
    """Who moves next; `desk` is the mailbox that the ticket goes to."""

    PROVIDER = ("provider", "flanks-support@bank.example")
    DEVELOPMENT = ("development", "id-wealth@bank.example")
    CUSTOMER = ("customer", "advisory@bank.example")
    NOBODY = ("nobody", "")

    def __init__(self, label: str, desk: str) -> None:
        self.label = label
        self.desk = desk


_OWNERS: dict[FlanksCode, Owner] = {
    FlanksCode.INCOMPLETE: Owner.PROVIDER,
    FlanksCode.PROCESSING: Owner.NOBODY,
    FlanksCode.SCA_ERROR: Owner.PROVIDER,
    FlanksCode.CONFIGURATION_ERROR: Owner.DEVELOPMENT,
    FlanksCode.BANK_ERROR: Owner.NOBODY,
    FlanksCode.CREDENTIALS_ERROR: Owner.CUSTOMER,
    FlanksCode.SCA_REQUIRED: Owner.CUSTOMER,
}


@dataclass(frozen=True)
class Refusal:
    http_status: int
    error_code: int | None
    text: str
    body: str

    @property
    def owner(self) -> Owner:
        if self.error_code is None:
            return Owner.PROVIDER if self.http_status >= 500 else Owner.DEVELOPMENT
        try:
            return _OWNERS[FlanksCode(self.error_code)]
        except ValueError:
            return Owner.DEVELOPMENT


class FlanksException(Exception):
    def __init__(self, refusal: Refusal) -> None:
        super().__init__(f"HTTP {refusal.http_status}, error_code {refusal.error_code}: {refusal.text}")
        self.refusal = refusal
