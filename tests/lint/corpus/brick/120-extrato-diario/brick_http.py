"""Acesso HTTP ao Brick Bank: um GET, as esperas da documentação, uma exceção."""
import logging
import time

import requests

registro = logging.getLogger("brick")

ESPERAS_50X = (3, 6, 12, 24, 48)
ESPERAS_OUTRA_INSTITUICAO = (90, 180)
OUTRA_INSTITUICAO = {"ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"}


class BrickFalha(Exception):
    def __init__(self, status, corpo):
        self.status = status
        self.corpo = corpo
        self.codigo = corpo.get("code") or corpo.get("error") or ""
        super().__init__("%s %s" % (status, self.codigo or corpo.get("message", "")))


def _corpo(resposta):
    try:
        corpo = resposta.json()
    except ValueError:
        corpo = None
    return corpo if isinstance(corpo, dict) else {"message": resposta.text[:200]}


def _familia(status, corpo):
    if str(status)[:2] == "50":
        return "50x"
    if status == 400 and corpo.get("code") in OUTRA_INSTITUICAO:
        return "outra"
    return ""


def obter(sessao, url, **cabecalhos):
    esperas = {"50x": list(ESPERAS_50X), "outra": list(ESPERAS_OUTRA_INSTITUICAO)}
    while True:
        resposta = sessao.get(url, headers=cabecalhos, timeout=30)
        corpo = _corpo(resposta)
        if resposta.status_code == 200:
            return corpo
        fila = esperas.get(_familia(resposta.status_code, corpo))
        if not fila:
            raise BrickFalha(resposta.status_code, corpo)
        espera = fila.pop(0)
        registro.info("%s em %s, nova tentativa em %ss", resposta.status_code, url, espera)
        time.sleep(espera)


def nova_sessao(token):
    sessao = requests.Session()
    sessao.headers["Authorization"] = "Bearer " + token
    return sessao
