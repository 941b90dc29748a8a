"""Cliente HTTP comum às nossas integrações; cada uma declara o que repete e com que esperas."""
from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import requests

log = logging.getLogger(__name__)
Corpo = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Plano:
    """Esperas em segundos antes de cada novo envio; vazio quer dizer um envio só."""

    nome: str
    esperas: tuple[float, ...] = ()


PARAR = Plano("parar")


class ErroIntegracao(Exception):
    def __init__(self, servico: str, status: int, codigo: str, texto: str) -> None:
        super().__init__(f"{servico}: {status} {codigo} {texto}".strip())
        self.servico = servico
        self.status = status
        self.codigo = codigo
        self.texto = texto


class ClienteHttp:
    servico = "?"

    def __init__(self, base_url: str, cabecalhos: Mapping[str, str] | None = None) -> None:
        self._base = base_url.rstrip("/")
        self._sessao = requests.Session()
        self._sessao.headers.update(cabecalhos or {})

    def plano(self, status: int, corpo: Corpo) -> Plano:
        return PARAR

    def erro(self, status: int, corpo: Corpo) -> ErroIntegracao:
        return ErroIntegracao(self.servico, status, "", str(dict(corpo))[:200])

    def sucesso(self, status: int, corpo: Corpo) -> bool:
        return status == 200

    def get(self, caminho: str, **parametros: Any) -> Corpo:
        andamento: dict[str, Iterator[float]] = {}
        while True:
            resposta = self._sessao.get(self._base + caminho, params=parametros, timeout=30, allow_redirects=False)
            corpo = self._ler(resposta)
            if self.sucesso(resposta.status_code, corpo):
                return corpo
            plano = self.plano(resposta.status_code, corpo)
            esperas = andamento.setdefault(plano.nome, iter(plano.esperas))
            espera = next(esperas, None)
            if espera is None:
                raise self.erro(resposta.status_code, corpo)
            log.info("%s: %s, novo envio em %.0f s", self.servico, plano.nome, espera)
            time.sleep(espera)

    @staticmethod
    def _ler(resposta: requests.Response) -> Corpo:
        try:
            corpo = resposta.json()
        except ValueError:
            return {"texto": resposta.text[:200]}
        return corpo if isinstance(corpo, dict) else {"itens": corpo}
