"""Exceções da integração com o Brick Bank."""


class BrickErro(Exception):
    def __init__(self, status, code, titulo, detalhe, interacao=None):
        super().__init__(f"HTTP {status} {code or '-'}: {titulo} {detalhe}".strip())
        self.status = status
        self.code = code
        self.titulo = titulo
        self.detalhe = detalhe
        self.interacao = interacao


class RequisicaoInvalida(BrickErro):
    """Payload ou configuração errada do nosso lado. Não adianta reenviar."""


class ErroDeToken(BrickErro):
    pass


class ConsentimentoIndisponivel(BrickErro):
    """Consentimento rejeitado, expirado, pendente ou inexistente."""


class LimiteOperacional(BrickErro):
    """Só volta no próximo período de contagem."""


class OutraInstituicao(BrickErro):
    """A outra instituição não respondeu; a plataforma pede alguns minutos."""


class ErroInterno(BrickErro):
    """Família 50x."""


POR_CODIGO = {
    "TOKEN_NAO_AUTORIZADO": ErroDeToken,
    "TOKEN_INATIVO": ErroDeToken,
    "CONSENTIMENTO_INVALIDO": ConsentimentoIndisponivel,
    "CONSENTIMENTO_NAO_AUTORIZADO": ConsentimentoIndisponivel,
    "CONSENTIMENTO_NAO_ENCONTRADO": ConsentimentoIndisponivel,
    "CONSENTIMENTO_EM_STATUS_REJEITADO": ConsentimentoIndisponivel,
    "CONSENTIMENTO_PENDENTE_AUTORIZACAO": ConsentimentoIndisponivel,
    "DEPENDE_MULTIPLA_ALCADA": ConsentimentoIndisponivel,
    "OPERACAO_NAO_PERMITIDA_STATUS": ConsentimentoIndisponivel,
    "LIMITE_OPERACIONAL_EXCEDIDO": LimiteOperacional,
    "ERRO_CHAMADA_API": OutraInstituicao,
    "TIMEOUT_CHAMADA_API": OutraInstituicao,
}


def montar(resposta):
    try:
        corpo = resposta.json()
    except ValueError:
        corpo = {}
    code = corpo.get("code")
    titulo = corpo.get("title") or corpo.get("error") or corpo.get("message") or resposta.reason
    detalhe = corpo.get("detail") or corpo.get("error_description") or ""

    if 500 <= resposta.status_code < 510:
        classe = ErroInterno
    elif resposta.status_code == 401 and not code:
        classe = ErroDeToken
    elif code in POR_CODIGO:
        classe = POR_CODIGO[code]
    elif resposta.status_code in (400, 404, 422):
        classe = RequisicaoInvalida
    else:
        classe = BrickErro
    return classe(resposta.status_code, code, titulo, detalhe,
                  resposta.headers.get("x-fapi-interaction-id"))
