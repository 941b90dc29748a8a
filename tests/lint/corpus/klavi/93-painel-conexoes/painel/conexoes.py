from __future__ import annotations

import datetime as dt
import json
import logging
from collections.abc import Callable

import urllib3
from urllib3.util import Retry

from .modelo import Acao, Resposta, Situacao
from .regras import acao_de, prazo_de

log = logging.getLogger("painel.conexoes")

# a POST that never reached the server may be sent again
SO_REDE = Retry(total=3, connect=3, read=0, redirect=0, status=0, other=0, backoff_factor=0.5,
                respect_retry_after_header=False)


def _agora() -> dt.datetime:
    return dt.datetime.now(dt.timezone.utc)


class PainelConexoes:
    def __init__(self, chave: str, base_url: str = "https://api.klavi.ai",
                 relogio: Callable[[], dt.datetime] = _agora) -> None:
        self._pool = urllib3.PoolManager(retries=SO_REDE, timeout=urllib3.Timeout(connect=5, read=120))
        self._base = base_url.rstrip("/")
        self._chave = chave
        self._relogio = relogio

    def conectar(self, cpf: str, instituicao: str, campos: dict[str, str]) -> Situacao:
        resp = self._pool.request(
            "POST",
            f"{self._base}/data/v1/institutions/{instituicao}/login",
            body=json.dumps({"cpf": cpf, "fields": campos}).encode(),
            headers={"Content-Type": "application/json", "Authorization": f"Bearer {self._chave}"},
        )
        lido = Resposta.de_bytes(resp.data)
        acao = acao_de(lido.code)
        if acao is Acao.CHAMAR_SUPORTE:
            log.error("klavi %s em %s: %s", lido.code, instituicao, lido.message)
        return Situacao(
            acao=acao,
            code=lido.code,
            message=lido.message,
            nao_antes_de=prazo_de(lido.code, self._relogio()),
            dados=lido.data,
        )
