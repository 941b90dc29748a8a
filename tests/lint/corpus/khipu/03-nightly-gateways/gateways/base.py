from __future__ import annotations

import abc
from datetime import date, timedelta
from typing import Iterable


class GatewayError(Exception):
    """Final: a human has to look at it."""

    def __init__(self, message: str, *, code: str | None = None, advice: str | None = None):
        super().__init__(message)
        self.code, self.advice = code, advice


class NothingToFetch(Exception):
    pass


class TryLater(Exception):
    def __init__(self, delay: timedelta, cause: GatewayError):
        super().__init__(f"not before {delay}: {cause}")
        self.delay, self.cause = delay, cause


class Gateway(abc.ABC):
    name: str

    @abc.abstractmethod
    def movements(self, day: date) -> Iterable[dict]:
        ...
