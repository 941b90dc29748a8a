"""Nightly refresh of linked bank accounts."""
from __future__ import annotations

import logging
import time
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Iterable

from compat import RelinkRequired, SynapseFault, Unavailable
from transport import HttpClient

log = logging.getLogger("nightly.refresh")

LATER = 15 * 60
ATTEMPTS = 4


@dataclass
class Night:
    balances: dict[str, Decimal] = field(default_factory=dict)
    relink: list[str] = field(default_factory=list)
    failed: dict[str, SynapseFault] = field(default_factory=dict)


class Refresher:
    def __init__(self, http: HttpClient) -> None:
        self._http = http

    def refresh(self, user_id: str, node_id: str) -> Decimal:
        attempt = 1
        while True:
            try:
                node = self._http.patch(f"/users/{user_id}/nodes/{node_id}", {}, resync="BALANCE")
            except Unavailable as outage:
                if attempt == ATTEMPTS:
                    raise
                log.info("node %s: %s; attempt %d of %d later", node_id, outage, attempt + 1, ATTEMPTS)
                time.sleep(LATER)
                attempt += 1
            else:
                return Decimal(str(node["info"]["balance"]["amount"]))

    def night(self, pairs: Iterable[tuple[str, str]]) -> Night:
        night = Night()
        for user_id, node_id in pairs:
            try:
                night.balances[node_id] = self.refresh(user_id, node_id)
            except RelinkRequired:
                night.relink.append(node_id)
            except SynapseFault as fault:
                night.failed[node_id] = fault
        return night
