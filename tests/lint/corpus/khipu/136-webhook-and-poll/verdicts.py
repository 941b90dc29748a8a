"""Khipu's Error object and what may follow it."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Mapping


class KhipuError(Exception):
    """Also E000, E999 and whatever is new; asked once, whatever the Type says."""

    may_ask_again: ClassVar[bool] = False

    def __init__(self, code: str, advice: str, description: str, reply: Mapping[str, Any]) -> None:
        super().__init__(f"{code} [{advice}] {description}")
        self.code = code
        self.advice = advice
        self.description = description
        self.reply = reply


class BadToken(KhipuError):
    """A000."""


class LogonFailed(KhipuError):
    """E1xx: credentials or a blocked account."""


class TargetDown(KhipuError):
    """E2xx, T000."""

    may_ask_again = True


class NoData(KhipuError):
    """E3xx: it ran, and there is nothing (yet)."""


class BadInput(KhipuError):
    """E4xx, P0xx."""


class PaymentFailed(KhipuError):
    """E5xx."""


class NotScraped(KhipuError):
    """D000: the scraping has to be completed first."""

    may_ask_again = True


class KhipuSide(KhipuError):
    """F000, I0xx."""

    may_ask_again = True


class GaveUp(KhipuError):
    """L000 on the webhook: Khipu stopped trying."""


PREFIXES: tuple[tuple[str, type[KhipuError]], ...] = (
    ("A000", BadToken),
    ("E1", LogonFailed),
    ("E2", TargetDown),
    ("T000", TargetDown),
    ("E3", NoData),
    ("E4", BadInput),
    ("P00", BadInput),
    ("E5", PaymentFailed),
    ("D000", NotScraped),
    ("F000", KhipuSide),
    ("I00", KhipuSide),
    ("L000", GaveUp),
)


@dataclass(frozen=True)
class Polling:
    pause: float
    times: int


# Of those that may be asked again, the Type decides whether and when.
BY_ADVICE: dict[str, Polling] = {
    "RETRY_IMMEDIATELY": Polling(pause=15.0, times=8),
    "WAIT_4_HOURS_BEFORE_RETRY": Polling(pause=14_400.0, times=2),
}


def unwrap(reply: Mapping[str, Any]) -> Any:
    """Data of a good reply; raises for every other one."""
    error = reply.get("Error")
    if reply.get("Status") == "OK" and error is None:
        return reply.get("Data")
    fields = error if isinstance(error, dict) else {}
    code, advice = str(fields.get("Code", "")), str(fields.get("Type", ""))
    kind = next((cls for prefix, cls in PREFIXES if code.startswith(prefix)), KhipuError)
    raise kind(code, advice, str(fields.get("Description", "")), reply)
