from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any, Mapping

from .api import FlanksApi
from .cache import Cache
from .errors import ApiKeyRejected, FlanksError, NotYet
from .fx import Fx


class SnapshotJob:
    def __init__(self, api: FlanksApi, cache: Cache, fx: Fx) -> None:
        self.api = api
        self.cache = cache
        self.fx = fx
        self.by_code: Counter[str] = Counter()

    def _in_euro(self, position: dict[str, Any]) -> dict[str, Any]:
        if position.get("value") is None:
            return {**position, "eur": None}
        return {**position, "eur": position["value"] * self.fx.rate(position["currency"])}

    def one(self, customer: str, token: str, day: str) -> str:
        try:
            positions = [self._in_euro(p) for p in self.api.positions(token)]
        except ApiKeyRejected:
            raise
        except NotYet as exc:
            state, code, detail = f"stale since {self.cache.day_of(customer)}", exc.code, exc.text
        except FlanksError as exc:
            state, code, detail = exc.action, exc.code, str(exc)
        else:
            self.cache.put(customer, day, positions)
            state, code, detail = "fresh", None, f"{len(positions)} positions"
        self.by_code[str(code)] += 1
        self.cache.log(customer, day, state, code, detail)
        return state

    def run(self, tokens: Mapping[str, str]) -> dict[str, str]:
        day = dt.date.today().isoformat()
        return {customer: self.one(customer, token, day) for customer, token in tokens.items()}
