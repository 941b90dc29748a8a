"""Acesso simples ao Brick: requests e dicionários."""
import os
import time

import requests

URL = os.environ.get("BRICK_URL", "https://api.brickbank.example")

# espera antes de cada nova tentativa (erros 50x)
ESPERAS = [3, 6, 12, 24, 48]

# a outra instituição falhou: alguns minutos e mais uma tentativa
OUTRA_INSTITUICAO = ["ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"]
MINUTOS = 5


class ErroBrick(Exception):
    def __init__(self, status, codigo, texto, corpo):
        Exception.__init__(self, "%s %s %s" % (status, codigo, texto))
        self.status = status
        self.codigo = codigo
        self.texto = texto
        self.corpo = corpo


def abrir_sessao(token):
    sessao = requests.Session()
    sessao.headers.update({"Authorization": "Bearer " + token, "Accept": "application/json"})
    return sessao


def ler_erro(resposta):
    """Devolve (codigo, texto, corpo) de qualquer um dos formatos de erro."""
    try:
        corpo = resposta.json()
    except ValueError:
        return None, resposta.text[:100], None
    if not isinstance(corpo, dict):
        return None, "", corpo
    codigo = corpo.get("code") or corpo.get("error")
    texto = corpo.get("detail") or corpo.get("error_description") or corpo.get("message") or ""
    return codigo, texto, corpo


def consultar(sessao, caminho, parametros=None, url=URL):
    """GET com as esperas do Brick. Devolve o campo data ou lança ErroBrick."""
    novas_50x = 0
    novas_400 = 0
    while True:
        resposta = sessao.get(url + caminho, params=parametros, timeout=30)
        status = resposta.status_code
        if status == 200:
            return resposta.json()["data"]
        codigo, texto, corpo = ler_erro(resposta)
        if 500 <= status <= 505 and novas_50x < len(ESPERAS):
            time.sleep(ESPERAS[novas_50x])
            novas_50x = novas_50x + 1
            continue
        if status == 400 and codigo in OUTRA_INSTITUICAO and novas_400 < 1:
            time.sleep(MINUTOS * 60)
            novas_400 = novas_400 + 1
            continue
        raise ErroBrick(status, codigo, texto, corpo)
