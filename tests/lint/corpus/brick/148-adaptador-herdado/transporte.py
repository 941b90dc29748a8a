"""Transporte HTTP herdado da equipe anterior (Pagamentos I).

Não mexer sem falar com a Renata: o conciliador também usa esta sessão.
"""
from __future__ import annotations

import logging
import time

import requests
from requests.adapters import HTTPAdapter

log = logging.getLogger("brick.transporte")

ESPERAS = (3, 6, 12)


class AdaptadorPaciente(HTTPAdapter):
    """Repete respostas 50x antes que alguém acima as veja."""

    def send(self, request, *args, **kwargs):
        resposta = super().send(request, *args, **kwargs)
        for espera in ESPERAS:
            if not 500 <= resposta.status_code <= 505:
                break
            log.warning("%s %s -> %d, nova tentativa em %d s", request.method, request.path_url,
                        resposta.status_code, espera)
            resposta.close()
            time.sleep(espera)
            resposta = super().send(request, *args, **kwargs)
        return resposta


def nova_sessao(token: str) -> requests.Session:
    sessao = requests.Session()
    sessao.headers.update({"Authorization": f"Bearer {token}", "Accept": "application/json"})
    sessao.mount("https://", AdaptadorPaciente())
    sessao.mount("http://", AdaptadorPaciente())
    return sessao
