"""Exceptions of the SDK.

Every error that Khipu reports is a :class:`KhipuError`. The subclass follows the *group* of the
code (its letter, and for ``E`` the first digit); whether and when the call may be repeated is told
by ``advice`` and by nothing else.
"""
from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from .models import ErrorInfo

RETRY_IMMEDIATELY = "RETRY_IMMEDIATELY"
WAIT_4_HOURS = "WAIT_4_HOURS_BEFORE_RETRY"


class KhipuProtocolError(Exception):
    """The answer isn't one of Khipu's JSON documents (proxy page, truncated body...)."""

    def __init__(self, http_status: int, text: str) -> None:
        super().__init__(f"HTTP {http_status}: {text[:200]!r}")
        self.http_status = http_status
        self.text = text


class KhipuError(Exception):
    _groups: ClassVar[dict[str, type[KhipuError]]] = {}

    def __init_subclass__(cls, *, group: str = "", **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        if group:
            KhipuError._groups[group] = cls

    def __init__(self, info: ErrorInfo, operation_id: str | None = None) -> None:
        super().__init__(f"{info.code} ({info.advice}): {info.description}")
        self.code = info.code
        self.advice = info.advice
        self.description = info.description
        self.operation_id = operation_id

    @classmethod
    def from_info(cls, info: ErrorInfo, operation_id: str | None = None) -> KhipuError:
        group = info.code[:2] if info.code.startswith("E") else info.code[:1]
        return cls._groups.get(group, KhipuError)(info, operation_id)

    @property
    def retryable_now(self) -> bool:
        return self.advice == RETRY_IMMEDIATELY

    @property
    def not_before(self) -> timedelta | None:
        """How long Khipu asks to wait, for callers with a scheduler of their own."""
        return timedelta(hours=4) if self.advice == WAIT_4_HOURS else None


class AuthenticationError(KhipuError, group="A"):
    """The JWT is expired, revoked or invalid."""


class LogonError(KhipuError, group="E1"):
    """The bank refused the user's credentials, or the account is blocked."""


class ServiceUnavailable(KhipuError, group="E2"):
    """The target service is down or has problems."""


class NoDataError(KhipuError, group="E3"):
    """Nothing found for what was asked."""


class BadParameter(KhipuError, group="E4"):
    pass


class PaymentServiceError(KhipuError, group="E5"):
    pass


class ScrapeTimeout(KhipuError, group="T"):
    pass


class RequestError(KhipuError, group="P"):
    pass
