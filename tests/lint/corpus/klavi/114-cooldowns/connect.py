"""Bank connections through Klavi, with the freezes the banks impose remembered between processes."""
from __future__ import annotations

import enum
import logging
import sqlite3
import time
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from klavi_api import KlaviApi
from repo import CooldownRepository

log = logging.getLogger(__name__)


class Gap(enum.Flag):
    NONE = 0
    MORE_CONSENT = enum.auto()
    TRANSACTIONS = enum.auto()
    CPF = enum.auto()


_GAPS = ((200, Gap.NONE), (201, Gap.MORE_CONSENT), (202, Gap.TRANSACTIONS), (203, Gap.CPF))
_FREEZES = ((406, timedelta(days=1)), (414, timedelta(days=1)), (415, timedelta(minutes=30)))
GAPS = dict(_GAPS)
FREEZES = dict(_FREEZES)


class KlaviProblem(Exception):
    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"klavi {code}: {message}")
        self.code = code
        self.message = message


class Frozen(KlaviProblem):
    def __init__(self, code: int, message: str, until: float) -> None:
        super().__init__(code, message)
        self.until = until


@dataclass(frozen=True)
class Connection:
    key: str
    accounts: list[dict[str, Any]]
    gaps: Gap

    @property
    def complete(self) -> bool:
        return self.gaps is Gap.NONE


class ConnectionService:
    def __init__(self, api: KlaviApi, database: str = ":memory:", legacy_log: bool = False) -> None:
        self.api = api
        self.cooldowns = CooldownRepository(sqlite3.connect(database))
        self.legacy_log = legacy_log

    def connect(self, cpf: str, bank: str, credentials: dict[str, str]) -> Connection:
        frozen = self.cooldowns.find((cpf, bank))
        if frozen is not None and time.time() < frozen[0]:
            raise Frozen(frozen[1], "still cooling down", frozen[0])
        code, message, data = self.api.request(
            "/data/v1/connections", {"cpf": cpf, "institution": bank, **credentials}
        )
        if self.legacy_log:
            print("klavi|%s|%s|%d" % (bank, cpf[-2:], code))
        log.info("connect %s -> %d", bank, code)
        if (gap := GAPS.get(code)) is not None:
            if gap:
                log.warning("connection of %s at %s is missing %s", cpf[-2:], bank, gap)
            data = data or {}
            return Connection(data.get("connectionKey", ""), data.get("accounts", []), gap)
        if (freeze := FREEZES.get(code)) is not None:
            until = time.time() + freeze.total_seconds()
            self.cooldowns.upsert((cpf, bank), (until, code))
            raise Frozen(code, message, until)
        raise KlaviProblem(code, message)
