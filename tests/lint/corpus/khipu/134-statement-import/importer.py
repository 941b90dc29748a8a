"""Monthly import, called from cron. One line of the report per account."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta, timezone
from typing import Any

import attrs

from khipu_api import WAIT_4_HOURS, KhipuApi, KhipuError, NotYetAvailable

PAUSE = timedelta(hours=4, minutes=5)


@attrs.frozen
class Account:
    bank: str
    username: str
    password: str = attrs.field(repr=False)


@attrs.frozen
class Imported:
    lines: int


@attrs.frozen
class Postponed:
    until: datetime
    code: str


@attrs.frozen
class Unavailable:
    month: str
    code: str


def utcnow() -> datetime:
    return datetime.now(timezone.utc)


@attrs.define
class Importer:
    api: KhipuApi
    now: Callable[[], datetime] = utcnow
    store: dict[str, list[dict[str, Any]]] = attrs.field(factory=dict)

    def run(self, account: Account, month: str) -> Imported | Postponed | Unavailable:
        try:
            data = self.api.statement(account.bank, account.username, account.password, month)
        except KhipuError as exc:
            if exc.info.type == WAIT_4_HOURS:
                return Postponed(self.now() + PAUSE, exc.info.code)
            if isinstance(exc, NotYetAvailable):
                return Unavailable(month, exc.info.code)
            raise
        lines = data.get("Lines") or []
        self.store[f"{account.bank}/{account.username}/{month}"] = lines
        return Imported(len(lines))

    def run_all(self, accounts: Iterable[Account], month: str) -> tuple[list[Any], list[KhipuError]]:
        """Everything that worked or waits, and the errors that somebody has to look at."""
        results, errors = [], []
        for account in accounts:
            try:
                results.append(self.run(account, month))
            except KhipuError as exc:
                errors.append(exc)
        return results, errors
