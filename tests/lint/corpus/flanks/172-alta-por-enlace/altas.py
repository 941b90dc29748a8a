from __future__ import annotations

import json
import logging
from collections import Counter
from datetime import datetime

import aiohttp
import attrs

from enlace import LinkClient, Onboarded, Rejected, Result, UnderReview

log = logging.getLogger("altas")


@attrs.define
class DeadLetters:
    rows: list[dict] = attrs.field(factory=list)

    def add(self, client_id: str, rejected: Rejected) -> None:
        self.rows.append({"client": client_id, **attrs.asdict(rejected)})


@attrs.define
class Agenda:
    """Clients whose first import has to wait."""

    first_import: dict[str, datetime] = attrs.field(factory=dict)

    def due(self, now: datetime) -> list[str]:
        return [client for client, at in self.first_import.items() if at <= now]


class NothingOnboarded(Exception):
    def __init__(self, results: dict[str, Result]) -> None:
        super().__init__(f"{len(results)} link codes, none accepted")
        self.results = results


@attrs.define
class Onboarding:
    link: LinkClient
    agenda: Agenda = attrs.field(factory=Agenda)
    dead_letters: DeadLetters = attrs.field(factory=DeadLetters)
    metrics: Counter = attrs.field(factory=Counter)

    async def batch(self, codes: dict[str, str]) -> dict[str, Result]:
        """A Link code is good for one exchange: each is sent once, whatever comes back."""
        results: dict[str, Result] = {}
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=30)) as session:
            for client_id, code in codes.items():
                result = results[client_id] = await self.link.exchange(session, code)
                self.metrics[type(result).__name__] += 1
                match result:
                    case Onboarded():
                        self.agenda.first_import[client_id] = self.link.clock()
                    case UnderReview(latest=latest):
                        self.agenda.first_import[client_id] = latest
                    case Rejected():
                        self.dead_letters.add(client_id, result)
                        log.warning(json.dumps({"event": "rejected", "client": client_id, "code": result.error_code}))
        if codes and all(isinstance(r, Rejected) for r in results.values()):
            raise NothingOnboarded(results)
        return results
