# -*- coding: utf-8 -*-
"""Os três formatos de erro que aparecem: o padrão, o do gateway de token e o do roteador."""


class FalhaBrick(Exception):
    def __init__(self, status, codigo, texto):
        Exception.__init__(self, u"HTTP %d %s: %s" % (status, codigo or u"(sem código)", texto))
        self.status = status
        self.codigo = codigo
        self.texto = texto


class Indisponivel(FalhaBrick):
    pass


class Acesso(FalhaBrick):
    pass


class LimiteDoMes(FalhaBrick):
    pass


def ler(resposta):
    try:
        corpo = resposta.json()
    except ValueError:
        corpo = {}
    if "code" in corpo:
        codigo, texto = corpo["code"], u"%s - %s" % (corpo.get("title"), corpo.get("detail"))
    elif "error" in corpo:
        codigo, texto = corpo["error"], corpo.get("error_description", "")
    else:
        codigo, texto = None, corpo.get("message", resposta.reason)

    status = resposta.status_code
    if 500 <= status <= 509:
        classe = Indisponivel
    elif codigo == "LIMITE_OPERACIONAL_EXCEDIDO":
        classe = LimiteDoMes
    elif status in (401, 403):
        classe = Acesso
    else:
        classe = FalhaBrick
    return classe(status, codigo, texto)
