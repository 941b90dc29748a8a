from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    code: str | None
    body: dict[str, Any]


@dataclass(slots=True)
class Job:
    consent_id: str
    resource: str
    attempt: int = 0
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Done:
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Requeue:
    seconds: float
    limit: int


@dataclass(frozen=True, slots=True)
class Forget:
    """The consent is gone for good: stop reading it and tell nobody."""
    code: str


@dataclass(frozen=True, slots=True)
class Park:
    reply: Reply
    audience: str = "operations"


Verdict = Done | Requeue | Forget | Park


def judge(job: Job, reply: Reply) -> Verdict:
    match reply.status, reply.code:
        case 200, _:
            return Done(reply.body)
        case status, _ if status // 10 == 50:
            return Requeue(3 * 2**job.attempt, limit=12)
        case 400, "ERRO_CHAMADA_API" | "TIMEOUT_CHAMADA_API":
            return Requeue(300, limit=3)
        case 422, "CONSENTIMENTO_STATUS_REJEITADO":
            return Forget("rejected")
        case 404, "CONSENTIMENTO_NAO_ENCONTRADO":
            return Park(reply, audience="developers")
        case 422, "CONSENTIMENTO_PENDENTE_AUTORIZACAO" | "DEPENDE_MULTIPLA_ALCADA":
            return Park(reply, audience="account-holders")
        case 423, "LIMITE_OPERACIONAL_EXCEDIDO":
            return Requeue(3600, limit=4)
        case _:
            return Park(reply)
