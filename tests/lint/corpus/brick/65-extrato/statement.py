"""Statement lines of an account shared through a Brick Bank consent."""
from __future__ import annotations

import json
import logging
from datetime import date
from decimal import Decimal
from typing import Any, Iterator, NamedTuple
from urllib.parse import urlencode

import urllib3

from config import RETRY, Config

logger = logging.getLogger(__name__)


class Line(NamedTuple):
    booked: date
    text: str
    amount: Decimal


class BrickProblem(Exception):
    def __init__(self, status: int, code: str, title: str, detail: str) -> None:
        super().__init__(f"{status} {code} {title}: {detail}")
        self.status = status
        self.code = code
        self.title = title
        self.detail = detail


class ConsentGone(BrickProblem):
    pass


CONSENT_CODES = {
    "CONSENTIMENTO_INVALIDO",
    "CONSENTIMENTO_NAO_AUTORIZADO",
    "CONSENTIMENTO_NAO_ENCONTRADO",
    "CONSENTIMENTO_EM_STATUS_REJEITADO",
}


class Statements:
    def __init__(self, config: Config) -> None:
        self._config = config
        self._pool = urllib3.PoolManager(
            headers={"Authorization": f"Bearer {config.token}"},
            retries=RETRY,
            timeout=urllib3.Timeout(total=config.timeout),
        )

    def lines(self, consent_id: str, account_id: str, since: date) -> Iterator[Line]:
        page = 1
        while True:
            query = urlencode({"fromBookingDate": since.isoformat(), "page": page})
            document = self._get(f"/accounts/{account_id}/transactions?{query}", consent_id)
            for entry in document["data"]:
                sign = -1 if entry["creditDebitType"] == "DEBITO" else 1
                yield Line(
                    date.fromisoformat(entry["transactionDate"]), entry["transactionName"], sign * Decimal(entry["amount"])
                )
            if page >= document.get("meta", {}).get("totalPages", 1):
                return
            page += 1

    def _get(self, path: str, consent_id: str) -> dict[str, Any]:
        headers = {**self._pool.headers, "x-consent-id": consent_id}
        response = self._pool.request("GET", self._config.base_url + path, headers=headers)
        if response.status == 200:
            return json.loads(response.data)
        raise self._problem(response)

    @staticmethod
    def _problem(response: urllib3.BaseHTTPResponse) -> BrickProblem:
        try:
            body = json.loads(response.data)
        except ValueError:
            body = {}
        code = body.get("code") or body.get("error") or ""
        detail = body.get("detail") or body.get("error_description") or body.get("message") or ""
        kind = ConsentGone if code in CONSENT_CODES else BrickProblem
        logger.warning("brick answered %s %s", response.status, code)
        return kind(response.status, code, body.get("title", ""), detail)
