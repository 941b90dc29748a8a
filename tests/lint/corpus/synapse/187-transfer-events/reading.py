"""From a reply to the pair of codes and, where it ends the matter, to the final event."""
from __future__ import annotations

from typing import Any

import httpx
from attrs import frozen

from events import AlreadySent, Final, Pending, Refused, Settled

# error_code -> what to tell the operator. None of these is sent again.
REASONS = {
    "100": "our client id or secret",
    "110": "the user's oauth key",
    "120": "fingerprint not authorised",
    "200": "payload",
    "300": "not allowed to user or client",
    "400": "values (balance, limits)",
    "404": "node or user does not exist",
    "410": "not possible with this node",
    "460": "failed, and not by the server's fault",
    "500": "server error: state unknown, look it up",
}


@frozen
class Reading:
    http_code: str
    error_code: str
    text: str
    body: dict[str, Any]

    @classmethod
    def of(cls, response: httpx.Response) -> "Reading":
        status = str(response.status_code)
        try:
            body = response.json()
        except ValueError:
            body = None
        if not isinstance(body, dict):
            return cls(status, "", response.text[:200], {})
        error = body.get("error")
        return cls(
            http_code=str(body.get("http_code", status)),
            error_code=str(body.get("error_code", "0" if status == "200" else "")),
            text=str(error.get("en", "") if isinstance(error, dict) else error or ""),
            body=body,
        )

    @property
    def busy(self) -> bool:
        """Turned away at the door, so nothing has been done with it."""
        return self.error_code in ("429", "503") and self.http_code == self.error_code

    def final(self, key: str) -> Final:
        match self.http_code, self.error_code:
            case "202", _:
                return Pending(self._id, self.http_code, self.error_code)
            case _, "10":
                return Pending(self._id, self.http_code, self.error_code)
            case "200", "0":
                status = (self.body.get("recent_status") or {}).get("status", "")
                if status == "SETTLED":
                    return Settled(self._id)
                return Pending(self._id, self.http_code, self.error_code, status)
            case _, "450":
                return AlreadySent(key, self.http_code, self.error_code, self.body)
            case _, code:
                why = REASONS.get(code, "not documented" if not self.busy else "still busy after the last attempt")
                return Refused(self.http_code, code, f"{why}: {self.text}", self.body)

    @property
    def _id(self) -> str:
        return str(self.body.get("_id", ""))
