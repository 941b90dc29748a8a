"""Account statements through Khipu."""
from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any, Callable

from gateway import GatewayError, JsonGateway, Verdict

TokenSource = Callable[[], str]


class StatementError(GatewayError):
    def __init__(self, code: str, kind: str, text: str, not_before: datetime | None = None) -> None:
        super().__init__(f"{code} ({kind}): {text}")
        self.code = code
        self.kind = kind
        self.text = text
        self.not_before = not_before


class NothingThere(StatementError):
    """The run was fine, the month has no data."""


class StatementGateway(JsonGateway):
    max_sends = 3
    pause = 1.0

    def __init__(self, tokens: TokenSource, base_url: str = "https://api.khipu.com") -> None:
        super().__init__(base_url)
        self._tokens = tokens
        self._token = tokens()

    def headers(self):
        return {"Authorization": f"Bearer {self._token}"}

    def renew(self):
        self._token = self._tokens()

    def judge(self, status, doc):
        if doc.get("Status") == "OK":
            return Verdict.ACCEPT
        match doc.get("Error"):
            case {"Type": "RETRY_IMMEDIATELY"}:
                return Verdict.AGAIN
            case {"Code": "A000", "Type": "DO_NOT_RETRY"}:
                return Verdict.RENEW            # the next request carries another token
        return Verdict.REJECT

    def failure(self, status, doc):
        error: dict[str, Any] = doc.get("Error") or {}
        code = error.get("Code") or f"HTTP{status}"
        kind = error.get("Type") or "UNKNOWN"
        text = error.get("Description") or ""
        if kind == "WAIT_4_HOURS_BEFORE_RETRY":
            due = datetime.now(timezone.utc) + timedelta(hours=4)
            return StatementError(code, kind, text, not_before=due)
        return (NothingThere if code.startswith("E3") else StatementError)(code, kind, text)

    def statement(self, rut: str, password: str, month: str) -> list[dict[str, Any]]:
        doc = self.send(
            "POST",
            "/v1/cl/banks/bancoestado.cl/statement",
            json={"Username": rut, "Password": password, "Month": month},
        )
        return doc["Data"]["Movements"]
