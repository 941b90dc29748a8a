"""Flanks error codes and statuses, as reasons of our own."""
from __future__ import annotations

from typing import Any, Final

from collateral.result import Fault, Reason

BY_CODE: Final[dict[int, Reason]] = {
    20001: Reason.INCOMPLETE,
    20002: Reason.PROCESSING,
    20003: Reason.UNDER_REVIEW,
    40001: Reason.REQUEST,
    50001: Reason.BANK,
    50002: Reason.BANK_CREDENTIALS,
    50003: Reason.SCA,
}

# These five carry no error_code (400 and 409 always do).
BY_STATUS: Final[dict[int, Reason]] = {
    401: Reason.AUTHENTICATION,
    405: Reason.PROTOCOL,
    415: Reason.PROTOCOL,
    500: Reason.SERVER,
}


def fault_in(status: int, body: Any) -> Fault | None:
    """The fault that this answer describes, or None for a plain success."""
    if not isinstance(body, (dict, list)):
        return Fault(BY_STATUS.get(status, Reason.UNEXPECTED), status, None, "no JSON")
    fields = body if isinstance(body, dict) else {}
    code = fields.get("error_code")
    if status == 200 and code is None and "error" not in fields:
        return None
    text = fields.get("error") or fields.get("message") or ""
    reason = BY_CODE.get(code) if isinstance(code, int) else None
    return Fault(reason or BY_STATUS.get(status, Reason.UNEXPECTED), status, code, str(text))
