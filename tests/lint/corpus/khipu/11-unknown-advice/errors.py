from __future__ import annotations

from typing import Any

import constants


class KhipuError(Exception):
    """Base; `raw` is the Error object."""

    def __init__(self, raw: dict[str, Any]) -> None:
        self.raw = raw
        super().__init__(raw["Code"], raw["Type"], raw["Description"])


class RetryableError(KhipuError): ...


class HeldError(KhipuError): ...


class SessionExpired(KhipuError): ...


def build(raw: dict[str, Any]) -> KhipuError:
    if raw["Code"] == constants.SESSION_EXPIRED:
        return SessionExpired(raw)
    if raw["Type"] in constants.RETRY:
        return RetryableError(raw)
    if raw["Type"] in constants.HOLD:
        return HeldError(raw)
    return KhipuError(raw)
