from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Pagamento(BaseModel):
    model_config = ConfigDict(populate_by_name=True, extra="ignore")

    id: str = Field(alias="paymentId")
    situacao: str = Field(default="", alias="status")
    concluido: bool = True


class ErroBrick(Exception):
    def __init__(self, status: int, codigo: str | None, texto: str) -> None:
        super().__init__(f"{status}/{codigo}: {texto}")
        self.status = status
        self.codigo = codigo
        self.texto = texto

    @classmethod
    def de(cls, status: int, corpo: dict[str, Any]) -> ErroBrick:
        match corpo:
            case {"code": codigo, "title": titulo, "detail": detalhe}:
                texto = f"{titulo} ({detalhe})"
            case {"error": codigo, "error_description": texto}:
                pass
            case {"message": texto}:
                codigo = None
            case _:
                codigo, texto = None, repr(corpo)
        classe = _CLASSES.get(codigo, cls)
        return classe(status, codigo, texto)


class AlcadaPendente(ErroBrick):
    """Falta a aprovação de outro titular da conta."""


class LimiteMensal(ErroBrick):
    """Cota operacional do mês consumida."""


class ForaDoConsentimento(ErroBrick):
    pass


_CLASSES: dict[str | None, type[ErroBrick]] = dict(
    (
        ("CONSENTIMENTO_PENDENTE_AUTORIZACAO", AlcadaPendente),
        ("DEPENDE_MULTIPLA_ALCADA", AlcadaPendente),
        ("LIMITE_OPERACIONAL_EXCEDIDO", LimiteMensal),
        ("PAGAMENTO_DIVERGENTE_CONSENTIMENTO", ForaDoConsentimento),
        ("LIMITE_PERIODO_VALOR_EXCEDIDO", ForaDoConsentimento),
        ("LIMITE_PERIODO_QUANTIDADE_EXCEDIDO", ForaDoConsentimento),
    )
)


class InstituicaoPausada(Exception):
    def __init__(self, marca: str, ate: date) -> None:
        super().__init__(f"{marca} sem cota até {ate:%d/%m/%Y}")
        self.marca = marca
        self.ate = ate
