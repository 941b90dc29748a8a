"""Every documented family of errors is a subclass; subclasses register themselves."""
from __future__ import annotations

from typing import Any, ClassVar


class BrickFault(Exception):
    retryable: ClassVar[bool] = False
    pauses: ClassVar[tuple[float, ...]] = ()
    registry: ClassVar[dict[str, type["BrickFault"]]] = {}

    def __init_subclass__(cls, *, codes: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.registry.update(dict.fromkeys(codes, cls))

    def __init__(self, status: int, payload: dict[str, Any]) -> None:
        self.status = status
        self.payload = payload
        self.code = str(payload.get("code") or payload.get("error") or "")
        super().__init__(f"{status} {self.code}: {payload.get('title', '')}")


class ConsentFault(
    BrickFault,
    codes=(
        "CONSENTIMENTO_INVALIDO",
        "CONSENTIMENTO_NAO_AUTORIZADO",
        "CONSENTIMENTO_NAO_ENCONTRADO",
        "CONSENTIMENTO_EM_STATUS_REJEITADO",
        "OPERACAO_NAO_PERMITIDA_STATUS",
    ),
):
    pass


class AwaitingApproval(BrickFault, codes=("CONSENTIMENTO_PENDENTE_AUTORIZACAO", "DEPENDE_MULTIPLA_ALCADA")):
    """Other holders of the account still have to approve."""


class ServerFault(BrickFault):
    retryable = True
    pauses = (3, 6, 12, 24, 48)


class UpstreamFault(BrickFault, codes=("ERRO_CHAMADA_API",)):
    """The other institution did not answer as expected: some minutes, then again."""

    retryable = True
    pauses = (180, 300)


class UpstreamTimeout(UpstreamFault, codes=("TIMEOUT_CHAMADA_API", "TIMEOUT_FLUXO_REFRESH_TOKEN")):
    pass


class LimitReached(UpstreamFault, codes=("LIMITE_OPERACIONAL_EXCEDIDO",)):
    """Operational limit of the other institution."""


def fault_for(status: int, payload: dict[str, Any]) -> BrickFault:
    if 500 <= status <= 509:
        return ServerFault(status, payload)
    cls = BrickFault.registry.get(str(payload.get("code") or ""), BrickFault)
    return cls(status, payload)
