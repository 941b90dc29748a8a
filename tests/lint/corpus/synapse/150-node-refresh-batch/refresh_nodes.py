"""Nightly job: ask Synapse to refresh every stale bank node and leave one CSV row per node.

    python refresh_nodes.py stale.csv > report.csv
"""
import csv
import logging
import os
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import asdict, dataclass

import requests

log = logging.getLogger("refresh_nodes")

API = "https://api.synapsefi.com/v3.1"
WORKERS = 6
PAUSES = (20, 60, 180)
TRANSIENT_CODES = {429, 503}


@dataclass(frozen=True)
class Row:
    user_id: str
    node_id: str
    result: str
    note: str = ""


class RefreshFailed(Exception):
    def __init__(self, node_id: str, status: int) -> None:
        super().__init__(f"refresh of {node_id} failed with HTTP {status}")
        self.status = status


class NodeRefresher:
    def __init__(self, gateway: str, base_url: str = API) -> None:
        self.base_url = base_url.rstrip("/")
        self.http = requests.Session()
        self.http.headers.update({"X-SP-GATEWAY": gateway, "X-SP-USER-IP": "127.0.0.1"})

    def refresh(self, user_id: str, node_id: str) -> str:
        url = f"{self.base_url}/users/{user_id}/nodes/{node_id}"
        for pause in (*PAUSES, None):
            resp = self.http.patch(url, params={"refresh": "yes"}, timeout=30)
            if resp.status_code == 200:
                return "refreshed"
            if resp.status_code == 202:
                return "pending"
            body = resp.json()
            if body.get("error_code") in TRANSIENT_CODES and pause is not None:
                log.info("node %s is not ready, next try in %ss", node_id, pause)
                time.sleep(pause)
                continue
            raise RefreshFailed(node_id, resp.status_code)
        raise AssertionError("not reached")


def one(client: NodeRefresher, user_id: str, node_id: str) -> Row:
    try:
        return Row(user_id, node_id, client.refresh(user_id, node_id))
    except RefreshFailed as exc:
        return Row(user_id, node_id, "failed", f"http {exc.status}")
    except requests.ConnectionError as exc:
        return Row(user_id, node_id, "network", str(exc))


def run(client: NodeRefresher, pairs: list[tuple[str, str]], out=sys.stdout) -> Counter:
    totals: Counter = Counter()
    writer = csv.DictWriter(out, fieldnames=["user_id", "node_id", "result", "note"])
    writer.writeheader()
    with ThreadPoolExecutor(max_workers=WORKERS) as pool:
        waiting = [pool.submit(one, client, user, node) for user, node in pairs]
        for future in as_completed(waiting):
            row = future.result()
            totals[row.result] += 1
            writer.writerow(asdict(row))
    return totals


def main(argv: list[str]) -> int:
    logging.basicConfig(level=logging.INFO, stream=sys.stderr)
    with open(argv[1], newline="") as fh:
        pairs = [(r["user_id"], r["node_id"]) for r in csv.DictReader(fh)]
    totals = run(NodeRefresher(os.environ["SYNAPSE_GATEWAY"]), pairs)
    log.info("finished: %s", dict(totals))
    return 1 if totals["failed"] or totals["network"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
