"""Nightly refresh of the consented bank data."""
from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any, Protocol

import requests

from exceptions import ExceptionMapper, KlaviPauses, TryLaterException
from retry import Retryable

LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class KlaviReply:
    code: int
    message: str
    data: dict[str, Any]

    @property
    def is_successful(self) -> bool:
        return self.code // 100 == 2


@dataclass(frozen=True)
class Snapshot:
    cpf: str
    accounts: tuple[str, ...]
    transactions: int
    status: str = "COMPLETE"


class SnapshotRepository(Protocol):
    def save(self, snapshot: Snapshot, at: datetime) -> None: ...


class InMemorySnapshotRepository:
    def __init__(self) -> None:
        self.rows: list[tuple[datetime, Snapshot]] = []

    def save(self, snapshot: Snapshot, at: datetime) -> None:
        self.rows.append((at, snapshot))


class RefreshGateway:
    def __init__(self, session: requests.Session, base_url: str, mapper: ExceptionMapper) -> None:
        self._session = session
        self._url = f"{base_url}/open-data/v1/refresh"
        self._mapper = mapper

    @Retryable(include=TryLaterException, max_attempts=3, back_off=KlaviPauses())
    def refresh(self, cpf: str) -> KlaviReply:
        body = self._session.post(self._url, json={"cpf": cpf}, timeout=60).json()
        reply = KlaviReply(int(body["code"]), body.get("message", ""), body.get("data") or {})
        if not reply.is_successful:
            raise self._mapper.to_exception(reply.code, reply.message)
        return reply


class RefreshService:
    def __init__(self, gateway: RefreshGateway, snapshots: SnapshotRepository) -> None:
        self._gateway = gateway
        self._snapshots = snapshots

    def refresh(self, cpf: str) -> Snapshot:
        reply = self._gateway.refresh(cpf)
        snapshot = Snapshot(
            cpf=cpf,
            accounts=tuple(a["id"] for a in reply.data.get("accounts", ())),
            transactions=len(reply.data.get("transactions", ())),
        )
        self._snapshots.save(snapshot, datetime.now(timezone.utc))
        LOG.info("refreshed: %d accounts", len(snapshot.accounts))
        return snapshot
