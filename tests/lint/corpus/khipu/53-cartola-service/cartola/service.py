from __future__ import annotations

from .domain import (
    Advice,
    Clock,
    Fault,
    Gateway,
    JobStore,
    NoMovements,
    Postponed,
    Statement,
    StatementRejected,
    StatementRequest,
)
from .settings import KhipuSettings


class StatementService:
    def __init__(self, gateway: Gateway, jobs: JobStore, clock: Clock, settings: KhipuSettings) -> None:
        self._gateway = gateway
        self._jobs = jobs
        self._clock = clock
        self._settings = settings

    def statement(self, request: StatementRequest) -> Statement | NoMovements | Postponed:
        reply = self._gateway.fetch(request)
        spare = self._settings.attempts - 1
        while isinstance(reply, Fault) and reply.advice is Advice.AGAIN and spare:
            spare -= 1
            reply = self._gateway.fetch(request)
        return reply if isinstance(reply, Statement) else self._settle(request, reply)

    def _settle(self, request: StatementRequest, fault: Fault) -> NoMovements | Postponed:
        if fault.advice is Advice.LATER:
            due = self._clock() + self._settings.cool_off
            self._jobs.put(request.key, due)
            return Postponed(due, fault)
        if fault.means_no_data:
            return NoMovements(fault)
        raise StatementRejected(fault)
