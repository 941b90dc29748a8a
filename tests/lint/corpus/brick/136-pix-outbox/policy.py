"""What may follow a reply of Brick Bank to a payment, as one table that is read from the top."""
from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Iterable

# "Regras gerais de tratamento": five new attempts, base of three seconds, doubled each time.
WAITS_50X = (3.0, 6.0, 12.0, 24.0, 48.0)


class Step(Enum):
    SETTLE = "settled"
    AWAIT = "accepted, not finished"
    RESEND = "resend"
    APPROVAL = "waits for the other account holders"
    NEXT_PERIOD = "operational limit reached"
    PARK = "parked for a person"


@dataclass(frozen=True)
class Row:
    step: Step
    statuses: frozenset[int]
    codes: frozenset[str] | None = None
    waits: tuple[float, ...] = ()
    note: str = ""

    def covers(self, status: int, code: str) -> bool:
        return status in self.statuses and (self.codes is None or code in self.codes)


def row(step: Step, statuses: Iterable[int], codes: Iterable[str] | None = None, **more: object) -> Row:
    return Row(step, frozenset(statuses), None if codes is None else frozenset(codes), **more)  # type: ignore[arg-type]


TABLE: tuple[Row, ...] = (
    row(Step.SETTLE, (200, 201), ("",)),
    row(Step.AWAIT, (202,)),
    row(Step.PARK, range(500, 506), ("ERRO_NO_FLUXO_OIDC",), note="ticket with the x-fapi-interaction-id"),
    row(Step.RESEND, range(500, 506), waits=WAITS_50X),
    row(Step.APPROVAL, (422,), ("CONSENTIMENTO_PENDENTE_AUTORIZACAO", "DEPENDE_MULTIPLA_ALCADA")),
    row(Step.PARK, (422,), ("ERRO_IDEMPOTENCIA",), note="check how x-idempotency-key was taken over"),
    row(
        Step.PARK,
        (422,),
        ("LIMITE_PERIODO_VALOR_EXCEDIDO", "LIMITE_PERIODO_QUANTIDADE_EXCEDIDO"),
        note="our rules against those of the consent",
    ),
    row(
        Step.PARK,
        (400, 401, 422),
        ("CONSENTIMENTO_INVALIDO", "CONSENTIMENTO_NAO_AUTORIZADO", "CONSENTIMENTO_EM_STATUS_REJEITADO",
         "OPERACAO_NAO_PERMITIDA_STATUS"),
        note="consult the consent and its history",
    ),
    row(
        Step.PARK,
        (400,),
        ("ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"),
        note="the holder may have the money order already: an operator decides after some minutes",
    ),
    row(Step.PARK, (401,), note="token, identity provider or brand"),
    row(Step.NEXT_PERIOD, (423,), note="limits are counted by month"),
)

FALLBACK = Row(Step.PARK, frozenset(), note="as answered")


def decide(status: int, code: str) -> Row:
    return next((r for r in TABLE if r.covers(status, code)), FALLBACK)
