"""Watches a consent after the customer was sent to the bank's app."""
from __future__ import annotations

import asyncio

import httpx

from model import Consent, ConsentProblem, StillPending


class Watcher:
    def __init__(self, http: httpx.AsyncClient, every: float = 10.0, rounds: int = 30) -> None:
        self.http = http
        self.every = every
        self.rounds = rounds

    async def read(self, consent_id: str) -> Consent:
        response = await self.http.get(f"/payments/consents/{consent_id}")
        if response.status_code == 200:
            return Consent.parse(response.json()["data"])
        raise ConsentProblem(response.status_code, response.json())

    async def wait(self, consent_id: str) -> Consent:
        """The consent as soon as the customer has decided.

        A reply with an error ends the watch at once; only a pending consent is looked up again.
        """
        consent = await self.read(consent_id)
        for _ in range(self.rounds):
            if not consent.pending:
                return consent
            await asyncio.sleep(self.every)
            consent = await self.read(consent_id)
        raise StillPending(consent)
