from typing import Optional


class ErroBrick(Exception):
    def __init__(self, status: int, codigo: Optional[str], titulo: str, detalhe: str):
        super().__init__(f"{status} {codigo or '-'}: {titulo} ({detalhe})")
        self.status = status
        self.codigo = codigo
        self.titulo = titulo
        self.detalhe = detalhe


class ErroServidor(ErroBrick):
    """Família 50x."""


class ErroRequisicao(ErroBrick):
    """Família 40x: corrigir antes de enviar de novo."""


def a_partir_de(status: int, corpo: dict) -> ErroBrick:
    codigo = corpo.get("code") or corpo.get("error")
    titulo = corpo.get("title") or corpo.get("message") or ""
    detalhe = corpo.get("detail") or corpo.get("error_description") or ""
    if 500 <= status < 510:
        classe = ErroServidor
    elif 400 <= status < 500:
        classe = ErroRequisicao
    else:
        classe = ErroBrick
    return classe(status, codigo, titulo, detalhe)
