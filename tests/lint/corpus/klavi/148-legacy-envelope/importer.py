"""Import job: brings one customer's report into the data lake."""
from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from typing import Any, Mapping

from codes import PARTIAL, PAUSES, Pause
from legacy_envelope import Envelope
from transport import Transport

log = logging.getLogger("importer")

ROUNDS = 3


class ImportRefused(Exception):
    def __init__(self, envelope: Envelope) -> None:
        super().__init__(f"klavi {envelope.code}: {envelope.text}")
        self.code = envelope.code
        self.envelope = envelope


@dataclass(frozen=True)
class Report:
    cpf: str
    accounts: list[Mapping[str, Any]] = field(default_factory=list)
    transactions: list[Mapping[str, Any]] = field(default_factory=list)
    complete: bool = True


def _report(cpf: str, envelope: Envelope) -> Report:
    return Report(
        cpf,
        list(envelope.payload.get("accounts", ())),
        list(envelope.payload.get("transactions", ())),
        complete=envelope.code not in PARTIAL,
    )


class Importer:
    def __init__(self, transport: Transport, rounds: int = ROUNDS) -> None:
        self._transport = transport
        self._rounds = rounds

    async def run(self, cpf: str) -> Report:
        for left in reversed(range(self._rounds)):
            envelope = await self._transport.post("/open-data/v1/reports", {"cpf": cpf})
            if envelope.code in ("200", "201", "202", "203"):
                return _report(cpf, envelope)
            pause = PAUSES.get(envelope.code, Pause.NONE)
            if pause is Pause.NONE or not left:
                break
            log.info("klavi %s, next round in %.1f h", envelope.code, pause.seconds / 3600)
            await asyncio.sleep(pause.seconds)
        raise ImportRefused(envelope)
