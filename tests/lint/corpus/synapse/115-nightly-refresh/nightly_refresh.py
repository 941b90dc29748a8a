"""Nightly: ask Synapse to re-sync the balance of each linked node, a few at a time."""
from __future__ import annotations

import datetime as dt
import json
import logging
import sqlite3
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass

import urllib3

log = logging.getLogger("nightly")
API = "https://api.synapsefi.com/v3.1"


@dataclass(frozen=True)
class Node:
    user_id: str
    node_id: str


@dataclass(frozen=True)
class Synced:
    node: Node
    at: dt.datetime
    balance: float | None


class SyncFailed(Exception):
    def __init__(self, node: Node, http_code: int, error_code: str, text: str) -> None:
        super().__init__(f"{node.node_id}: {http_code}/{error_code} {text}")
        self.node = node
        self.http_code = http_code
        self.error_code = error_code


class NodeSyncer:
    def __init__(self, gateway: str, user: str, base_url: str = API, workers: int = 8) -> None:
        self.base_url = base_url
        self.workers = workers
        self.pool = urllib3.PoolManager(
            maxsize=workers,
            headers={"X-SP-GATEWAY": gateway, "X-SP-USER": user},
            retries=urllib3.Retry(total=None, connect=3, read=0, redirect=0, status=0, other=0),
        )

    def sync(self, node: Node) -> Synced:
        resp = self.pool.request(
            "PATCH",
            f"{self.base_url}/users/{node.user_id}/nodes/{node.node_id}",
            fields={"resync": "AGGREGATE"},
            encode_multipart=False,
        )
        body = json.loads(resp.data)
        if resp.status in (200, 202):
            info = body.get("info") or {}
            amount = (info.get("balance") or {}).get("amount")
            return Synced(node, dt.datetime.now(dt.timezone.utc), amount)
        raise SyncFailed(node, resp.status, str(body.get("error_code")), body.get("error", {}).get("en", ""))

    def sync_all(self, nodes: list[Node]) -> list[Synced]:
        synced: list[Synced] = []
        with ThreadPoolExecutor(max_workers=self.workers) as executor:
            pending = {executor.submit(self.sync, node): node for node in nodes}
            for future in as_completed(pending):
                try:
                    synced.append(future.result())
                except Exception:
                    continue
        return synced


def run(db: sqlite3.Connection, syncer: NodeSyncer) -> int:
    nodes = [Node(*row) for row in db.execute("select user_id, node_id from node where active = 1")]
    synced = syncer.sync_all(nodes)
    with db:
        db.executemany(
            "update node set synced_at = ?, balance = coalesce(?, balance) where node_id = ?",
            [(s.at.isoformat(), s.balance, s.node.node_id) for s in synced],
        )
    log.info("nightly refresh finished, %d nodes synced", len(synced))
    return len(synced)
