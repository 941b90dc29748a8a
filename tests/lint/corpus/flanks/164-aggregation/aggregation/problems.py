from __future__ import annotations

from typing import Any, Final

PROCESSING: Final = 20002
SCA_ERROR: Final = 20003

_NAMES = (
    (20001, "INCOMPLETE", "open a ticket"),
    (PROCESSING, "PROCESSING", "wait for the extraction"),
    (SCA_ERROR, "SCA_ERROR", "security checks, 24 to 48 hours"),
    (40001, "CONFIGURATION_ERROR", "review the request"),
    (50001, "BANK_ERROR", "the bank is down, try later"),
    (50002, "CREDENTIALS_ERROR", "ask the user for the credentials"),
    (50003, "SCA_REQUIRED", "ask the user for the second factor"),
)
NAMES: dict[int | None, tuple[str, str]] = {code: (name, hint) for code, name, hint in _NAMES}


class FlanksProblem(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        self.status = status
        self.code: int | None = body.get("error_code")
        self.error: str = body.get("error", "")
        self.name, self.hint = NAMES.get(self.code, (f"HTTP_{status}", "see the error text"))
        super().__init__(f"{self.name} ({self.code}): {self.error}; {self.hint}")
