"""Extract step: one row of outcome per link, never an exception for a refused link."""
from __future__ import annotations

import logging
import time
from typing import Any, Iterable, Iterator, NamedTuple

import requests

log = logging.getLogger("etl.klavi")

KLAVI_URL = "https://api.klavi.ai"
RATE_LIMITED = 429
STILL_REGISTERING = 415


class Outcome(NamedTuple):
    link_id: str
    code: int
    message: str
    records: list[dict[str, Any]]


class Extractor:
    def __init__(self, token: str, base_url: str = KLAVI_URL) -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def _pull(self, link_id: str) -> Outcome:
        r = self.session.get(f"{self.base_url}/data/v1/links/{link_id}/reports", timeout=60)
        try:
            doc = r.json()
        except ValueError:
            r.raise_for_status()
            raise
        return Outcome(link_id, int(doc["code"]), doc.get("message", ""), doc.get("data") or [])

    def fetch(self, link_id: str) -> Outcome:
        throttled, registering = 0, 0
        while True:
            try:
                out = self._pull(link_id)
            except requests.ConnectionError:
                throttled += 1
                if throttled > 3:
                    raise
                time.sleep(10)
                continue
            if out.code == RATE_LIMITED and throttled < 4:
                throttled += 1
                time.sleep(15 * 2 ** throttled)
            elif out.code == STILL_REGISTERING and not registering:
                registering = 1
                log.info("link %s: registration is being finished, waiting", link_id)
                time.sleep(31 * 60)
            else:
                return out

    def fetch_all(self, links: Iterable[str]) -> Iterator[Outcome]:
        for link_id in links:
            yield self.fetch(link_id)
