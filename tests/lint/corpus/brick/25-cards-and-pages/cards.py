"""Card bills of all consents of a customer."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import httpx


class CardError(Exception):
    def __init__(self, consent_id: str, response: httpx.Response) -> None:
        super().__init__(f"consent {consent_id}: HTTP {response.status_code}")
        self.consent_id = consent_id
        self.response = response

    @property
    def code(self) -> str | None:
        body = self.response.json()
        return body.get("code") or body.get("error")


class CardReader:
    def __init__(self, http: httpx.Client) -> None:
        self.http = http

    def pages(self, consent_id: str) -> Iterator[dict[str, Any]]:
        url: str | None = "/data/credit-cards-accounts/bills"
        while url:
            response = self.http.get(url, headers={"x-consent-id": consent_id})
            if response.status_code != 200:
                raise CardError(consent_id, response)
            page = response.json()
            yield page["data"]
            url = page.get("links", {}).get("next")

    def bills(self, consent_ids: Iterable[str]) -> tuple[list[dict[str, Any]], dict[str, CardError]]:
        """Bills, and for each consent that failed the error."""
        bills: list[dict[str, Any]] = []
        failed: dict[str, CardError] = {}
        for consent_id in consent_ids:
            try:
                bills += [bill for page in self.pages(consent_id) for bill in page.get("bills", [])]
            except CardError as exc:
                failed[consent_id] = exc
        return bills, failed
