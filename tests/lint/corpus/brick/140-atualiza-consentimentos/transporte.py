"""Sessão HTTP usada por todos os jobs."""
from __future__ import annotations

import os
from dataclasses import dataclass

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

TRANSITORIOS = (408, 429, 500, 502, 503, 504)


@dataclass(frozen=True)
class Config:
    base_url: str = "https://api.brickbank.example"
    token: str = ""
    timeout: float = 30.0

    @classmethod
    def do_ambiente(cls) -> "Config":
        return cls(os.environ["BRICK_URL"], os.environ["BRICK_TOKEN"], float(os.environ.get("BRICK_TIMEOUT", "30")))


def politica() -> Retry:
    # 3, 6, 12, 24 e 48 segundos, como a Brick recomenda.
    return Retry(
        total=5,
        backoff_factor=3,
        status_forcelist=TRANSITORIOS,
        allowed_methods=frozenset({"GET"}),
        raise_on_status=False,
        respect_retry_after_header=False,
    )


def nova_sessao(config: Config) -> requests.Session:
    sessao = requests.Session()
    adaptador = HTTPAdapter(max_retries=politica(), pool_maxsize=8)
    for prefixo in ("https://", "http://"):
        sessao.mount(prefixo, adaptador)
    sessao.headers.update({"Authorization": f"Bearer {config.token}", "Accept": "application/json"})
    return sessao
