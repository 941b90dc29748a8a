"""Nightly refresh of all linked bank accounts: a fold over worker results."""
from __future__ import annotations

import json
import logging
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import IntEnum
from functools import partial, reduce
from typing import Any

import urllib3

log = logging.getLogger("nightly")


class Code(IntEnum):
    SUCCESS = 0
    ACTION_PENDING = 10
    USER_CREDENTIALS = 110
    NOT_ALLOWED = 410


class SynapseError(Exception):
    def __init__(self, http: int, code: Any, text: str) -> None:
        super().__init__(f"{http}/{code}: {text}")
        self.http = http
        self.code = code


@dataclass(frozen=True)
class Fresh:
    node: str


@dataclass(frozen=True)
class Pending:
    node: str


@dataclass(frozen=True)
class Relink:
    node: str


@dataclass(frozen=True)
class Retired:
    node: str


@dataclass(frozen=True)
class Tally:
    fresh: tuple[str, ...] = ()
    pending: tuple[str, ...] = ()
    relink: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()
    broken: tuple[SynapseError, ...] = ()

    def add(self, item: Fresh | Pending | Relink | Retired | SynapseError) -> Tally:
        match item:
            case Fresh(node):
                return replace(self, fresh=(*self.fresh, node))
            case Pending(node):
                return replace(self, pending=(*self.pending, node))
            case Relink(node):
                return replace(self, relink=(*self.relink, node))
            case Retired(node):
                return replace(self, retired=(*self.retired, node))
            case SynapseError():
                return replace(self, broken=(*self.broken, item))


class Nightly:
    LATER = timedelta(minutes=15)

    def __init__(self, gateway: str, base_url: str = "https://api.synapsefi.com") -> None:
        self._pool = urllib3.PoolManager(headers={"X-SP-GATEWAY": gateway}, retries=False)
        self._base_url = base_url

    def run(self, user: str, nodes: Iterable[str]) -> Tally:
        with ThreadPoolExecutor(4) as workers:
            tally = reduce(Tally.add, workers.map(partial(self._safely, user), nodes), Tally())
        try:
            if tally.broken:
                raise ExceptionGroup("nightly refresh", tally.broken)
        except* SynapseError as group:
            log.info("%d accounts left for tomorrow", len(group.exceptions))
        return replace(tally, broken=())

    def _safely(self, user: str, node: str) -> Fresh | Pending | Relink | Retired | SynapseError:
        try:
            return self._refresh(user, node)
        except SynapseError as error:
            return error

    def _refresh(self, user: str, node: str, last: bool = False) -> Fresh | Pending | Relink | Retired:
        reply = self._pool.request("PATCH", f"{self._base_url}/v3.1/users/{user}/nodes/{node}?resync=YES")
        body = json.loads(reply.data or b"{}")
        if reply.status == 202:
            return Pending(node)
        if reply.status < 300:
            return Fresh(node)
        code, text = body.get("error_code"), (body.get("error") or {}).get("en", "")
        if code == Code.USER_CREDENTIALS:
            return Relink(node)
        if code == Code.NOT_ALLOWED:
            return Retired(node)
        if "temporarily unavailable" in text.lower() and not last:
            time.sleep(self.LATER.total_seconds())
            return self._refresh(user, node, last=True)
        raise SynapseError(reply.status, code, text)
