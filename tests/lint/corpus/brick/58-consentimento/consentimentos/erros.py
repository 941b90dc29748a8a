from __future__ import annotations

import httpx


class BrickErro(Exception):
    def __init__(self, status: int, codigo: str, detalhe: str, interacao: str | None) -> None:
        super().__init__(f"HTTP {status} {codigo}: {detalhe}")
        self.status = status
        self.codigo = codigo
        self.detalhe = detalhe
        self.interacao = interacao

    @classmethod
    def de(cls, resposta: httpx.Response) -> BrickErro:
        try:
            corpo = resposta.json()
        except ValueError:
            corpo = {}
        codigo = corpo.get("code") or corpo.get("error") or ""
        detalhe = corpo.get("detail") or corpo.get("error_description") or corpo.get("message") or resposta.reason_phrase
        classe = _CLASSES.get(codigo, cls)
        return classe(resposta.status_code, codigo, detalhe, resposta.headers.get("x-fapi-interaction-id"))


class RequisicaoInvalida(BrickErro):
    """Quem chamou precisa corrigir os dados."""


class ConsentimentoRecusado(BrickErro):
    """O consentimento existe, mas nao serve para isto."""


class TokenVencido(BrickErro):
    pass


class OutraInstituicaoFora(BrickErro):
    pass


_CLASSES: dict[str, type[BrickErro]] = {
    **dict.fromkeys(
        ("DADOS_INVALIDOS", "PERMISSOES_INVALIDAS", "PERMISSAO_PF_PJ_EM_CONJUNTO", "DATA_DE_EXPIRACAO_INVALIDA",
         "DATA_EXPIRACAO_INVALIDA", "DATA_INVALIDA", "PARAMETRO_INVALIDO", "PARAMETRO_NAO_INFORMADO",
         "INSTITUICAO_NAO_ENCONTRADA"),
        RequisicaoInvalida,
    ),
    **dict.fromkeys(
        ("CONSENTIMENTO_INVALIDO", "CONSENTIMENTO_NAO_AUTORIZADO", "CONSENTIMENTO_EM_STATUS_REJEITADO",
         "OPERACAO_NAO_PERMITIDA_STATUS"),
        ConsentimentoRecusado,
    ),
    "TOKEN_NAO_AUTORIZADO": TokenVencido,
    "ERRO_CHAMADA_API": OutraInstituicaoFora,
    "TIMEOUT_CHAMADA_API": OutraInstituicaoFora,
}
