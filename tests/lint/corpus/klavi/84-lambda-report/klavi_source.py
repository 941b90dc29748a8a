from __future__ import annotations

import json

import urllib3

from reports import Reply


class UnreadableReply(Exception):
    pass


class KlaviSource:
    def __init__(self, base_url: str, partner: str, token: str) -> None:
        self._pool = urllib3.PoolManager(timeout=urllib3.Timeout(connect=5, read=25), retries=False)
        self._base_url = base_url
        self._headers = {"X-Partner-Code": partner, "X-Partner-Token": token}

    def fetch(self, report_id: str) -> Reply:
        resp = self._pool.request(
            "GET", f"{self._base_url}/data/v1/reports/{report_id}", headers=self._headers
        )
        try:
            doc = json.loads(resp.data)
            return Reply(int(doc["code"]), doc.get("message", ""), doc.get("data") or {})
        except (ValueError, KeyError, TypeError) as exc:
            raise UnreadableReply(f"HTTP {resp.status}: {resp.data[:200]!r}") from exc
