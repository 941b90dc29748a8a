"""Thin wrapper around Khipu's statement service."""
from __future__ import annotations

import logging
from typing import Any, Final

import attrs
import httpx
import stamina

log = logging.getLogger(__name__)

RETRY_IMMEDIATELY: Final = "RETRY_IMMEDIATELY"
WAIT_4_HOURS: Final = "WAIT_4_HOURS_BEFORE_RETRY"


@attrs.frozen
class ErrorInfo:
    code: str
    type: str
    description: str = ""

    @classmethod
    def from_json(cls, raw: object) -> ErrorInfo:
        if not isinstance(raw, dict):
            return cls("", "")
        return cls(str(raw.get("Code", "")), str(raw.get("Type", "")), str(raw.get("Description", "")))


class KhipuError(Exception):
    def __init__(self, info: ErrorInfo, operation_id: str | None = None) -> None:
        super().__init__(f"{info.code} {info.type}: {info.description}")
        self.info = info
        self.operation_id = operation_id


class NotYetAvailable(KhipuError):
    """The bank has no statement for that month (E3xx)."""


class UnreadableReply(Exception):
    def __init__(self, status_code: int) -> None:
        super().__init__(f"HTTP {status_code} without a Khipu body")
        self.status_code = status_code


def worth_resending(exc: Exception) -> bool:
    """Only Khipu's own word counts; an unknown advice is a no."""
    if isinstance(exc, KhipuError):
        return exc.info.type == RETRY_IMMEDIATELY
    return isinstance(exc, httpx.ConnectError)


def _error(reply: dict[str, Any]) -> KhipuError:
    info = ErrorInfo.from_json(reply.get("Error"))
    kind = NotYetAvailable if info.code.startswith("E3") else KhipuError
    return kind(info, reply.get("OperationId"))


@attrs.define
class KhipuApi:
    token: str
    base_url: str = "https://api.khipu.com/v1/cl"
    http: httpx.Client = attrs.field(factory=lambda: httpx.Client(timeout=httpx.Timeout(10, read=180)), repr=False)

    @stamina.retry(on=worth_resending, attempts=3, timeout=None, wait_initial=2, wait_max=30, wait_jitter=1)
    def statement(self, bank: str, username: str, password: str, month: str) -> dict[str, Any]:
        response = self.http.post(
            f"{self.base_url}/banks/{bank}/statements",
            json={"Username": username, "Password": password, "Month": month},
            headers={"Authorization": f"Bearer {self.token}"},
        )
        try:
            reply = response.json()
        except ValueError:
            raise UnreadableReply(response.status_code) from None
        if not isinstance(reply, dict) or "Status" not in reply:
            raise UnreadableReply(response.status_code)
        if reply["Status"] == "OK":
            return reply["Data"] or {}
        raise _error(reply)
