"""From a body to an outcome, one function for each of Klavi's two code spaces."""
from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any, Callable

from result import Err, Ok, Outcome, Owner, Partial

Json = dict[str, Any]


def utc_now() -> datetime:
    return datetime.now(timezone.utc)


def code_of(body: Any) -> int | str | None:
    raw = body.get("code") if isinstance(body, dict) else None
    return int(raw) if isinstance(raw, str) and raw.isdecimal() else raw


def text_of(body: Any) -> str:
    return str(body.get("message") or "") if isinstance(body, dict) else str(body)[:200]


def next_day(moment: datetime) -> datetime:
    return moment + timedelta(hours=24)


def open_data(body: Any, now: Callable[[], datetime] = utc_now) -> Outcome[Json]:
    code, text = code_of(body), text_of(body)

    def err(owner: Owner, not_before: datetime | None = None) -> Err:
        return Err(code, text, owner, not_before, raw=body)

    match code:
        case 200:
            return Ok(body.get("data") or {})
        case 201:
            return Partial(body.get("data") or {}, code, "data that the user has not authorised")
        case 202:
            return Partial(body.get("data") or {}, code, "some transaction details")
        case 203:
            return Partial(body.get("data") or {}, code, "cpf")
        case 402 | 409 | 410 | 413 | 418 | 433 | 434 | 435:
            return err(Owner.CUSTOMER)
        case 403:
            return err(Owner.CUSTOMER)
        case 406 | 414:
            return err(Owner.CUSTOMER, next_day(now()))
        case 415:
            return err(Owner.CUSTOMER, now() + timedelta(minutes=30))
        case 407 | 408 | 416 | 417 | 419 | 420:
            return err(Owner.BANK_OR_CUSTOMER)
        case 400 | 401 | 411 | 412 | 501 | 502 | 503 | 504 | 505:
            return err(Owner.US)
        case 404:
            return err(Owner.KLAVI)
        case 405 | 429 | 430 | 431 | 432 | 500:
            return err(Owner.NOBODY_SAID)
        case _:
            return err(Owner.NOBODY_SAID)


def update_user_data(body: Any) -> Outcome[None]:
    code, text = code_of(body), text_of(body)
    match code:
        case 200:
            return Ok(None)
        case 601:
            return Err(code, text, Owner.CUSTOMER, raw=body)
        case 600 | 602 | 701 | 702 | 703 | 704 | 708:
            return Err(code, text, Owner.US, raw=body)
        case _:
            return Err(code, text, Owner.NOBODY_SAID, raw=body)
