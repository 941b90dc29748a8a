"""Sessão HTTP comum a todos os serviços que falam com a Brick."""
from __future__ import annotations

import os

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

BRICK = os.environ.get("BRICK_URL", "https://api.brickbank.example")


class Adaptador(HTTPAdapter):
    """Aplica um tempo limite a quem esqueceu de informá-lo."""

    def __init__(self, tempo_limite: float = 30.0, **opcoes) -> None:
        self.tempo_limite = tempo_limite
        super().__init__(**opcoes)

    def send(self, request, **opcoes):
        opcoes["timeout"] = opcoes.get("timeout") or self.tempo_limite
        return super().send(request, **opcoes)


def politica() -> Retry:
    """Cinco novas tentativas para a família 50x, base de três segundos, dobrando."""
    return Retry(
        total=5,
        backoff_factor=3,
        status_forcelist=(500, 501, 502, 503, 504, 505),
        allowed_methods=("GET",),
        raise_on_status=False,
    )


def nova_sessao(token: str) -> requests.Session:
    sessao = requests.Session()
    sessao.headers.update({"Authorization": f"Bearer {token}", "Accept": "application/json"})
    adaptador = Adaptador(max_retries=politica())
    sessao.mount("https://", adaptador)
    sessao.mount("http://", adaptador)
    return sessao
