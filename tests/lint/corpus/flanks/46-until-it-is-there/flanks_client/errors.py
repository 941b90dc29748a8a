from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class FlanksApiError(RuntimeError):
    def __init__(self, status: int, body: Mapping[str, Any]) -> None:
        super().__init__(f"flanks {status}: {dict(body)!r}")
        self.status = status
        self.body = body


class Pending(FlanksApiError):
    """Extraction still running."""


_SPECIAL: dict[int, type[FlanksApiError]] = {20002: Pending}


def error_from(status: int, body: Mapping[str, Any]) -> FlanksApiError:
    return _SPECIAL.get(body.get("error_code", 0), FlanksApiError)(status, body)
