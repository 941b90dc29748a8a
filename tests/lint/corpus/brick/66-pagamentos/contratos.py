from __future__ import annotations

import enum
from dataclasses import dataclass


class Situacao(enum.Enum):
    ACEITO = "aceito"
    AGUARDANDO_ALCADAS = "aguardando_alcadas"
    CONSENTIMENTO_RECUSADO = "consentimento_recusado"
    LIMITE_EXCEDIDO = "limite_excedido"
    CORRIGIR_PEDIDO = "corrigir_pedido"
    FALHOU = "falhou"


@dataclass(frozen=True, slots=True)
class Resultado:
    situacao: Situacao
    pagamento_id: str | None = None
    codigo: str | None = None
    detalhe: str | None = None


SITUACAO_POR_CODIGO: dict[str, Situacao] = {
    "CONSENTIMENTO_PENDENTE_AUTORIZACAO": Situacao.AGUARDANDO_ALCADAS,
    "DEPENDE_MULTIPLA_ALCADA": Situacao.AGUARDANDO_ALCADAS,
    "CONSENTIMENTO_REJEITADO": Situacao.CONSENTIMENTO_RECUSADO,
    "CONSENTIMENTO_INVALIDO": Situacao.CONSENTIMENTO_RECUSADO,
    "LIMITE_PERIODO_VALOR_EXCEDIDO": Situacao.LIMITE_EXCEDIDO,
    "LIMITE_PERIODO_QUANTIDADE_EXCEDIDO": Situacao.LIMITE_EXCEDIDO,
    "DATA_PAGAMENTO_INVALIDA": Situacao.CORRIGIR_PEDIDO,
    "DETALHE_PAGAMENTO_INVALIDO": Situacao.CORRIGIR_PEDIDO,
    "PAGAMENTO_DIVERGENTE_CONSENTIMENTO": Situacao.CORRIGIR_PEDIDO,
    "PARAMETRO_NAO_INFORMADO": Situacao.CORRIGIR_PEDIDO,
    "PARAMETRO_INVALIDO": Situacao.CORRIGIR_PEDIDO,
    "VALOR_INVALIDO": Situacao.CORRIGIR_PEDIDO,
}
