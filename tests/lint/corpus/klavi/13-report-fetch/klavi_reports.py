"""Fetch Klavi Open Data reports for the credit desk."""
from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import Any, Mapping

import backoff
import requests

logger = logging.getLogger(__name__)

HALF_HOUR = 30 * 60

#: answers that go away by themselves
PASSING = {406, 414, 415, 429}


class KlaviError(Exception):
    """Klavi could not give us the report."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"klavi {code}: {message}")
        self.code = code
        self.message = message


@dataclass
class Report:
    kind: str
    link_id: str
    content: Mapping[str, Any] = field(repr=False)


def final(exc: Exception) -> bool:
    return isinstance(exc, KlaviError) and exc.code not in PASSING


def _tell(details: dict[str, Any]) -> None:
    logger.info("again in %.0f s (try %s)", details["wait"], details["tries"])


class Reports:
    def __init__(self, partner_token: str, base_url: str = "https://open-sandbox.klavi.ai/data/v1") -> None:
        self._base = base_url
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {partner_token}"

    @backoff.on_exception(
        backoff.constant,
        KlaviError,
        interval=HALF_HOUR,
        max_tries=6,
        giveup=final,
        jitter=None,
        on_backoff=_tell,
    )
    def fetch(self, kind: str, link_id: str) -> Report:
        body = self._session.get(f"{self._base}/reports/{kind}", params={"linkId": link_id}, timeout=40).json()
        code = int(body["code"])
        if 200 <= code < 300:
            return Report(kind, link_id, body["data"])
        raise KlaviError(code, body.get("message", ""))

    def for_score(self, link_id: str) -> dict[str, Report]:
        """Everything the scoring model reads."""
        return {kind: self.fetch(kind, link_id) for kind in ("income", "transactions", "identity")}
