from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class SynapseError(Exception):
    def __init__(self, body: Mapping[str, Any]) -> None:
        self.body = dict(body)
        self.http_code = body.get("http_code")
        self.error_code = body.get("error_code")
        self.text = (body.get("error") or {}).get("en", "")
        super().__init__(f"{self.http_code}/{self.error_code} {self.text}")


class AlreadySent(SynapseError):
    """An order with this idempotency key has gone out before."""


class Throttled(SynapseError):
    """Too many requests: the whole run has to pause, not this order alone."""


def from_body(body: Mapping[str, Any]) -> SynapseError:
    text = str(body.get("error", "")).lower()
    if "idempotency key already in use" in text:
        return AlreadySent(body)
    if body.get("error_code") == "429":
        return Throttled(body)
    return SynapseError(body)
