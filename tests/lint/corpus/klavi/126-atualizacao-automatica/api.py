"""Klavi's "update user data" calls: whether a connection may be refreshed by itself."""
from __future__ import annotations

from enum import IntEnum
from typing import Any

import requests


class Answer(IntEnum):
    OK = 200
    INVALID_ROUTE = 600
    NOT_AUTHORISED = 601
    BAD_BODY = 602
    PARTNER_MISSING = 701
    PARTNER_INACTIVE = 702
    PARTNER_WRONG = 703
    NO_PERMISSION = 704
    BAD_FORMAT = 708


class UpdateRejected(Exception):
    def __init__(self, raw_code: Any, message: str, status: int) -> None:
        super().__init__(f"{raw_code}: {message}")
        self.raw_code = raw_code
        self.message = message
        self.status = status
        try:
            self.answer: Answer | None = Answer(int(raw_code))
        except (TypeError, ValueError):
            self.answer = None


class PartnerProblem(UpdateRejected):
    """Nothing will work for any customer until someone mends our account."""


class ConsentMissing(UpdateRejected):
    """The customer hasn't allowed automatic updates."""


CLASSES = {
    Answer.NOT_AUTHORISED: ConsentMissing,
    Answer.PARTNER_MISSING: PartnerProblem,
    Answer.PARTNER_INACTIVE: PartnerProblem,
    Answer.PARTNER_WRONG: PartnerProblem,
    Answer.NO_PERMISSION: PartnerProblem,
}


def set_auto_update(base_url: str, auth: dict[str, str], connection_key: str, allow: bool) -> dict[str, Any]:
    response = requests.put(
        f"{base_url}/update-user-data/v1/connections",
        json={"connectionKey": connection_key, "allowAutoUpdate": allow},
        headers=auth,
        timeout=20,
    )
    try:
        body = response.json()
    except ValueError:
        raise UpdateRejected(None, "not JSON", response.status_code) from None
    code = body.get("code") if isinstance(body, dict) else None
    if str(code) == "200":
        return body.get("data") or {}
    failure = UpdateRejected(code, str(body.get("message", "")) if isinstance(body, dict) else "", response.status_code)
    kind = CLASSES.get(failure.answer, UpdateRejected)
    raise kind(failure.raw_code, failure.message, failure.status)
