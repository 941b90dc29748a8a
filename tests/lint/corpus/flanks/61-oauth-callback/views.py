"""Callback of the Link widget. `code`, `state` and `error_code` here are ours or OAuth's, not Flanks' error codes."""
from __future__ import annotations

from typing import Any, Mapping

from exchange import Exchange, ExchangeResult


class ApiError(Exception):
    """Error of our own API, shown as JSON."""

    def __init__(self, http: int, error_code: str, extra: Mapping[str, Any] | None = None) -> None:
        super().__init__(error_code)
        self.http = http
        self.error_code = error_code
        self.extra = dict(extra or {})

    def as_json(self) -> dict[str, Any]:
        return {"error_code": self.error_code, **self.extra}


def link_callback(exchange: Exchange, query: Mapping[str, str], session: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    code = query.get("code", "")
    try:
        if not code:
            raise ApiError(400, "LINK_CODE_MISSING")
        if query.get("state") != session.get("state"):
            raise ApiError(400, "LINK_STATE_MISMATCH")
        result: ExchangeResult = exchange.run(code)
        if result.delayed:
            session["delayed_token"] = result.credentials_token
            return 202, {"status": "delayed", "flanks_code": result.code}
        if not result.ok:
            raise ApiError(502, "FLANKS_REFUSED", {"flanks_status": result.status, "flanks_code": result.code})
    except ApiError as exc:
        if exc.error_code == "LINK_STATE_MISMATCH":
            session.clear()
        return exc.http, exc.as_json()
    session["credentials_token"] = result.credentials_token
    return 200, {"status": "connected", "currency_code": session.get("currency_code", "EUR")}
