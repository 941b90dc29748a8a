from __future__ import annotations

import functools
import logging
import time
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

import requests

from .config import Config
from .erros import ErroBrick, Tratativa

log = logging.getLogger("openfin.transporte")
P = ParamSpec("P")
R = TypeVar("R")


def com_tratativa(funcao: Callable[P, R]) -> Callable[P, R]:
    @functools.wraps(funcao)
    def chamada(*args: P.args, **kwargs: P.kwargs) -> R:
        config: Config = args[0].config  # type: ignore[attr-defined]
        usadas = {Tratativa.BACKOFF: 0, Tratativa.AGUARDAR: 0}
        while True:
            try:
                return funcao(*args, **kwargs)
            except ErroBrick as erro:
                tratativa = erro.tratativa
                if tratativa is Tratativa.FALHAR:
                    raise
                n = usadas[tratativa]
                usadas[tratativa] += 1
                if tratativa is Tratativa.BACKOFF:
                    limite = config.novas_tentativas
                    espera = config.base_espera * config.fator_espera**n
                else:
                    limite = config.novas_tentativas_instituicao
                    espera = config.espera_instituicao
                if n >= limite:
                    raise
                log.warning("%s; nova tentativa %d em %.0fs", erro, n + 1, espera)
                time.sleep(espera)

    return chamada


def _verificar(resposta: requests.Response, *_: Any, **__: Any) -> None:
    log.info("%s %s -> %d", resposta.request.method, resposta.request.path_url, resposta.status_code)
    if resposta.status_code < 400:
        return
    try:
        corpo = resposta.json()
    except ValueError:
        corpo = {"detail": resposta.text}
    raise ErroBrick(resposta.status_code, corpo)


class Transporte:
    def __init__(self, config: Config) -> None:
        self.config = config
        self.sessao = requests.Session()
        self.sessao.headers["Authorization"] = f"Bearer {config.token}"
        self.sessao.hooks["response"] = [_verificar]

    @com_tratativa
    def get(self, caminho: str) -> dict[str, Any]:
        return self.sessao.get(self.config.url + caminho, timeout=self.config.timeout).json()
