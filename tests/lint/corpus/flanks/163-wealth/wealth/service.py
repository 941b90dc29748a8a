from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Generic, TypeVar

import attrs

from .client import FlanksApi
from .errors import FlanksError

log = logging.getLogger("wealth.service")
metrics: Counter[str] = Counter()
T = TypeVar("T")


@attrs.frozen
class Position:
    isin: str
    value: Decimal

    @classmethod
    def parse(cls, raw: dict[str, Any]) -> Position:
        return cls(raw.get("isin") or "", Decimal(str(raw.get("balance") or 0)))


class FlanksRepository(Generic[T]):
    def __init__(self, api: FlanksApi, path: str, parse: Callable[[dict[str, Any]], T]) -> None:
        self._api, self._path, self._parse = api, path, parse

    def list(self, credentials_token: str) -> list[T]:
        try:
            rows = self._api.post(self._path, {"credentials_token": credentials_token})
        except FlanksError as exc:
            metrics[f"{self._path}.failed"] += 1
            log.warning("no rows from %s: %s", self._path, exc)
            return []
        return [self._parse(row) for row in rows]


class PortfolioService:
    def __init__(self, api: FlanksApi) -> None:
        self._positions = FlanksRepository(api, "/v0/bank/credentials/investment", Position.parse)

    def net_worth(self, credentials_token: str) -> Decimal:
        positions = self._positions.list(credentials_token)
        metrics["net_worth.computed"] += 1
        return sum((p.value for p in positions), Decimal(0))
