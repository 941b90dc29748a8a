from __future__ import annotations

from typing import Any


class SynapseError(Exception):
    def __init__(self, http_code: int, error_code: str, text: str) -> None:
        super().__init__(f"{http_code}/{error_code}: {text}")
        self.http_code = http_code
        self.error_code = error_code
        self.text = text


class RefreshUnavailable(SynapseError):
    """The bank is in maintenance; a later refresh may work."""


class RefreshNotSupported(SynapseError):
    pass


class RelinkRequired(SynapseError):
    pass


class ActionPending(SynapseError):
    pass


_REFRESH_ERRORS: dict[tuple[int, str], type[SynapseError]] = {
    (400, "410"): RefreshNotSupported,
    (401, "110"): RelinkRequired,
    (503, "503"): RefreshUnavailable,
}


def refresh_error(http_code: int, body: dict[str, Any]) -> SynapseError:
    error = body.get("error") or {}
    text = error.get("en", "") if isinstance(error, dict) else str(error)
    code = str(body.get("error_code", ""))
    if code == "10" or http_code == 202:
        return ActionPending(http_code, code, text)
    return _REFRESH_ERRORS.get((http_code, code), SynapseError)(http_code, code, text)
