class BrickErro(Exception):
    def __init__(self, status, corpo):
        self.status = status
        self.corpo = corpo
        self.codigo = corpo.get("code") or corpo.get("error") or ""
        self.detalhe = corpo.get("detail") or corpo.get("error_description") or corpo.get("message") or ""
        super().__init__("%s %s: %s" % (status, self.codigo, self.detalhe))


class LimiteMensal(BrickErro):
    """Só no próximo período de contagem."""


class Credencial(BrickErro):
    """Token ausente, vencido ou inativo."""


class Processando(BrickErro):
    """Aceito (202), mas ainda sem resultado."""


POR_CODIGO = {
    "LIMITE_OPERACIONAL_EXCEDIDA": LimiteMensal,
    "TOKEN_NAO_AUTORIZADO": Credencial,
    "TOKEN_INATIVO": Credencial,
    "invalid_token": Credencial,
}


def conferir(resposta):
    """Devolve `data` de uma resposta completa; o resto vira exceção."""
    try:
        corpo = resposta.json()
    except ValueError:
        corpo = {}
    if not isinstance(corpo, dict):
        corpo = {}
    status = resposta.status_code
    if status == 202:
        raise Processando(status, corpo)
    if status not in (200, 201):
        classe = POR_CODIGO.get(corpo.get("code") or corpo.get("error"), BrickErro)
        raise classe(status, corpo)
    return corpo.get("data") or {}
