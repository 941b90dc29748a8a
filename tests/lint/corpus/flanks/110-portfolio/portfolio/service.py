from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from .api import FlanksSettings
from .model import ClientAction, ErrorCode, Failure, FlanksFailure, Portfolio, Waiting

Reply = Portfolio | Waiting | ClientAction


class Positions(Protocol):
    def positions(self, credentials_token: str) -> list[dict[str, Any]]: ...


class Scheduler(Protocol):
    def in_seconds(self, seconds: int, job: Callable[[], Any]) -> None: ...


class PortfolioService:
    def __init__(self, api: Positions, scheduler: Scheduler, settings: FlanksSettings) -> None:
        self._api = api
        self._scheduler = scheduler
        self._settings = settings
        self._remedies: dict[ErrorCode, Callable[[str, Failure], Reply]] = {
            ErrorCode.PROCESSING: partial(self._later, settings.check_delay),
            ErrorCode.BANK_ERROR: partial(self._later, settings.bank_delay),
            ErrorCode.CREDENTIALS_ERROR: lambda _, failure: ClientAction("login", failure),
            ErrorCode.SCA_REQUIRED: lambda _, failure: ClientAction("two-factor", failure),
        }

    def portfolio(self, credentials_token: str) -> Reply:
        try:
            return Portfolio(self._api.positions(credentials_token))
        except FlanksFailure as exc:
            remedy = self._remedies.get(exc.failure.error_code)
            if remedy is None:
                raise
            return remedy(credentials_token, exc.failure)

    def _later(self, seconds: int, credentials_token: str, failure: Failure) -> Waiting:
        self._scheduler.in_seconds(seconds, partial(self.portfolio, credentials_token))
        return Waiting(seconds, failure)
