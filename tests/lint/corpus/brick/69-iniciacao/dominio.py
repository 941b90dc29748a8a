from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


class ErroIniciacao(Exception):
    """Base dos erros da iniciação de pagamentos."""


class PagamentoRecusado(ErroIniciacao):
    pass


class SemAutorizacao(ErroIniciacao):
    def __init__(self, codigo: str) -> None:
        super().__init__(f"sem autorização: {codigo}")
        self.codigo = codigo


class PlataformaIndisponivel(ErroIniciacao):
    def __init__(self, status: int, codigo: str | None) -> None:
        super().__init__(f"Brick indisponível ({status} {codigo or ''})".strip())
        self.status = status
        self.codigo = codigo


@dataclass(slots=True)
class Pagamento:
    pedido: str
    valor: Decimal
    consent_id: str
    payment_id: str | None = None
    status: str = "RCVD"
