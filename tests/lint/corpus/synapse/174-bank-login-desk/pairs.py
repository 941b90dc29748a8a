from __future__ import annotations

from typing import Any, NamedTuple


class Pair(NamedTuple):
    http_code: str
    error_code: str

    def __str__(self) -> str:
        return f"{self.http_code}/{self.error_code}"

    @classmethod
    def read(cls, status: int, body: dict[str, Any]) -> "Pair":
        return cls(str(body.get("http_code") or status), str(body.get("error_code", "")))


LINKED = Pair("200", "0")
MFA_PENDING = Pair("202", "10")
BAD_LOGIN = Pair("400", "200")
NO_ACH_ACCOUNT = Pair("402", "460")
BANK_WANTS_USER = Pair("402", "500")
MAINTENANCE = Pair("503", "503")

SCREENS = {
    BAD_LOGIN: "check-credentials",
    NO_ACH_ACCOUNT: "choose-another-bank",
    BANK_WANTS_USER: "sign-in-at-your-bank",
    MAINTENANCE: "come-back-later",
}


class LoginRefused(Exception):
    def __init__(self, pair: Pair, text: str) -> None:
        super().__init__(f"{pair} {text}")
        self.pair = pair
        self.text = text

    @property
    def screen(self) -> str:
        return SCREENS.get(self.pair, "contact-support")

    @property
    def by_us(self) -> bool:
        """Our keys, our permissions, our payload: page someone instead of telling the employee."""
        return self.pair.error_code in {"100", "120", "300", "410"}
