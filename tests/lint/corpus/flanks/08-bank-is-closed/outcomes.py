from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Connected:
    credentials_token: str


@dataclass(frozen=True)
class BankClosed:
    text: str


@dataclass(frozen=True)
class HolderMustAct:
    code: int
    text: str


@dataclass(frozen=True)
class Review:
    credentials_token: str | None


@dataclass(frozen=True)
class Broken:
    status: int
    code: int | None
    text: str


Outcome = Connected | BankClosed | HolderMustAct | Review | Broken


def outcome_of(status: int, body: dict) -> Outcome:
    code, text = body.get("error_code"), body.get("error") or body.get("message") or ""
    if code == 20003:
        return Review(body.get("credentials_token"))
    if status == 200 and code is None:
        return Connected(body["credentials_token"])
    if code == 50001:
        return BankClosed(text)
    if code in (50002, 50003):
        return HolderMustAct(code, text)
    return Broken(status, code, text)
