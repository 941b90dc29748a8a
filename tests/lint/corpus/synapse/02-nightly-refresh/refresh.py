"""Nightly refresh of every linked account."""
from __future__ import annotations

import asyncio
import logging
from collections import defaultdict

import httpx

from faults import RefreshUnsupported, RelinkNeeded, SynapseFault, TemporarilyUnavailable
from settings import Settings

log = logging.getLogger("refresh")


class Refresher:
    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.http = httpx.AsyncClient(
            base_url=settings.base_url,
            headers={"X-SP-GATEWAY": settings.gateway, "X-SP-USER": settings.user_key},
            timeout=90,
        )
        self.report: dict[str, list[tuple[str, str]]] = defaultdict(list)

    async def refresh(self, user: str, node: str) -> dict:
        reply = await self.http.patch(f"/v3.1/users/{user}/nodes/{node}", params={"refresh": "yes"})
        body = reply.json()
        if reply.is_error or body.get("success") is False:
            raise SynapseFault.parse(body)
        return body

    async def _one(self, user: str, node: str) -> bool:
        """True when the account should come back in a later round."""
        try:
            body = await self.refresh(user, node)
        except TemporarilyUnavailable as fault:
            log.info("%s: %s", node, fault)
            return True
        except RelinkNeeded as fault:
            self.report["relink"].append((node, str(fault)))
        except RefreshUnsupported as fault:
            self.report["never"].append((node, str(fault)))
        except SynapseFault as fault:
            self.report["failed"].append((node, str(fault)))
        else:
            pending = str(body.get("http_code")) == "202" or str(body.get("error_code")) == "10"
            self.report["pending" if pending else "fresh"].append((node, ""))
        return False

    async def run(self, accounts: list[tuple[str, str]]) -> dict[str, list[tuple[str, str]]]:
        waiting = list(accounts)
        for round_no in range(self.settings.rounds):
            if round_no:
                await asyncio.sleep(self.settings.later_seconds)
            again = []
            for user, node in waiting:
                if await self._one(user, node):
                    again.append((user, node))
                await asyncio.sleep(0.2)
            waiting = again
            if not waiting:
                break
        self.report["unavailable"].extend((node, "503/503") for _, node in waiting)
        return dict(self.report)
