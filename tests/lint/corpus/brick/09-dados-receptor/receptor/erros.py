from typing import TypedDict

import httpx


class Envelope(TypedDict):
    code: str
    title: str
    detail: str


class ErroBrick(Exception):
    def __init__(self, status: int, code: str, title: str, detail: str) -> None:
        super().__init__(f"{status} {code} - {title}: {detail}")
        self.status = status
        self.code = code
        self.title = title
        self.detail = detail


class ConsentimentoSemAcesso(ErroBrick):
    pass


class LimiteMensal(ErroBrick):
    pass


def levantar(resposta: httpx.Response) -> None:
    if resposta.status_code < 400:
        return
    resposta.read()
    corpo = resposta.json()
    if "code" not in corpo:
        # gateway e provedor de identidade respondem com outro formato
        raise ErroBrick(
            resposta.status_code,
            corpo.get("error", ""),
            "",
            corpo.get("error_description") or corpo.get("message", ""),
        )
    e: Envelope = corpo
    tipo = ErroBrick
    if e["code"] in ("CONSENTIMENTO_NAO_AUTORIZADO", "CONSENTIMENTO_INVALIDO", "CONSENTIMENTO_EM_STATUS_REJEITADO"):
        tipo = ConsentimentoSemAcesso
    elif e["code"] == "LIMITE_OPERACIONAL_EXCEDIDO":
        tipo = LimiteMensal
    raise tipo(resposta.status_code, e["code"], e["title"], e["detail"])
