"""Imports transactions of customers and keeps a journal of what came of it."""
from __future__ import annotations

import json
import urllib.request
from typing import Any

from journal import Entry, Handler, Journal


class Importer:
    def __init__(self, token: str, base_url: str = "https://api.klavi.ai") -> None:
        self.base_url = base_url
        self.token = token
        self.journal = Journal()
        self.handlers: dict[int, Handler] = {
            200: self._complete,
            **dict.fromkeys((201, 202, 203), self._incomplete),
            **dict.fromkeys((402, 433, 434, 435), self._ask_customer),
            **dict.fromkeys((406, 414), self._tomorrow),
        }

    def _complete(self, entry: Entry, body: dict[str, Any]) -> Entry:
        return self.journal.write(entry, state="complete", rows=tuple(body["data"]["transactions"]))

    def _incomplete(self, entry: Entry, body: dict[str, Any]) -> Entry:
        rows = tuple((body.get("data") or {}).get("transactions", ()))
        return self.journal.write(entry, state="incomplete", code=body["code"], rows=rows)

    def _ask_customer(self, entry: Entry, body: dict[str, Any]) -> Entry:
        return self.journal.write(entry, state="ask-customer", code=body["code"])

    def _tomorrow(self, entry: Entry, body: dict[str, Any]) -> Entry:
        return self.journal.write(entry, state="tomorrow", code=body["code"])

    def _failed(self, entry: Entry, body: dict[str, Any]) -> Entry:
        return self.journal.write(entry, state="failed", code=body.get("code"))

    def run(self, cpf: str) -> Entry:
        request = urllib.request.Request(
            f"{self.base_url}/open-data/v1/transactions/{cpf}",
            headers={"Authorization": f"Bearer {self.token}"},
        )
        with urllib.request.urlopen(request, timeout=45) as response:
            body = json.load(response)
        handler = self.handlers.get(body["code"], self._failed)
        return handler(Entry(cpf), body)
