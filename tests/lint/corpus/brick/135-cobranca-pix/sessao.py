# -*- coding: utf-8 -*-
"""Sessão HTTP compartilhada pelos serviços da cobrança."""
import os

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

BRICK_URL = os.environ.get("BRICK_URL", "https://api.brickbank.example")
TEMPO_LIMITE = (5, 30)

REPETICAO = Retry(
    total=3,
    backoff_factor=3,
    status_forcelist=(500, 502, 503, 504),
    allowed_methods=("GET",),
    raise_on_status=False,
    respect_retry_after_header=False,
)


def nova_sessao(token):
    sessao = requests.Session()
    sessao.headers["Authorization"] = "Bearer " + token
    sessao.mount("https://", HTTPAdapter(max_retries=REPETICAO))
    sessao.mount("http://", HTTPAdapter(max_retries=REPETICAO))
    return sessao
