"""Rotina diária: atualiza as contas dos clientes que compartilharam dados."""
import enum

from brick import ErroBrick


class Destino(enum.Enum):
    ATUALIZADO = "atualizado"
    DESCARTADO = "descartado"
    PROXIMO_MES = "proximo-mes"


DESCARTAR = ("CONSENTIMENTO_REJEITADO", "CONSENTIMENTO_NAO_ENCONTRADO")


def sincronizar(cliente, repositorio, consent_id):
    try:
        contas = cliente.contas(consent_id)
    except ErroBrick as erro:
        if erro.codigo in DESCARTAR:
            repositorio.descartar(consent_id, motivo=erro.codigo)
            return Destino.DESCARTADO
        if erro.codigo == "LIMITE_OPERACIONAL_EXCEDIDO":
            repositorio.adiar_para_proximo_periodo(consent_id)
            return Destino.PROXIMO_MES
        raise
    repositorio.gravar(consent_id, contas)
    return Destino.ATUALIZADO
