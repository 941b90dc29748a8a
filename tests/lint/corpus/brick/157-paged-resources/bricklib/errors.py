from __future__ import annotations

from typing import Any, ClassVar


class ApiError(Exception):
    """A reply other than 200. `status`, `code` and `body` tell which."""

    statuses: ClassVar[tuple[int, ...]] = ()
    _by_status: ClassVar[dict[int, type["ApiError"]]] = {}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        for status in cls.__dict__.get("statuses", ()):
            ApiError._by_status[status] = cls

    def __init__(self, status: int, body: Any) -> None:
        self.status = status
        self.body = body
        doc = body if isinstance(body, dict) else {}
        self.code: str = doc.get("code") or doc.get("error") or ""
        super().__init__(f"HTTP {status} {self.code}".rstrip())

    @staticmethod
    def build(status: int, body: Any) -> "ApiError":
        return ApiError._by_status.get(status, ApiError)(status, body)


class RequestRefused(ApiError):
    statuses = (400, 405, 406, 409, 411, 412, 413, 414, 415, 416, 417, 422, 426)


class NotAuthorised(ApiError):
    statuses = (401, 403)


class NotFound(ApiError):
    statuses = (404, 410)


class GatewayError(ApiError):
    statuses = (407, 408)


class MonthlyLimit(ApiError):
    statuses = (423,)


class TemporaryError(ApiError):
    statuses = tuple(range(500, 510))
