"""Liga e desliga a atualização automática dos dados do cliente na Klavi."""
from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from typing import Protocol

import backoff
import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

logger = logging.getLogger(__name__)

CODIGOS = {
    600: "rota inválida",
    601: "usuário não autorizou a atualização automática",
    602: "parâmetro do corpo ausente ou inválido",
    701: "partner code ou partner token ausente",
    702: "partner code não ativado",
    703: "partner code ou token inválido",
    704: "sem permissão para o serviço",
    708: "formato de dados incorreto",
}


class FalhaAtualizacao(Exception):
    def __init__(self, codigo: int | None, mensagem: str, status: int) -> None:
        super().__init__(f"{codigo}: {mensagem or CODIGOS.get(codigo, 'código não listado')} (HTTP {status})")
        self.codigo = codigo
        self.status = status
        self.mensagem = mensagem


class UsuarioNaoAutorizou(FalhaAtualizacao):
    pass


class Metricas(Protocol):
    def incr(self, nome: str, tags: dict[str, str]) -> None: ...


class SemMetricas:
    def incr(self, nome: str, tags: dict[str, str]) -> None:
        return None


@dataclass(frozen=True)
class Conexao:
    chave: str
    atualizar: bool


class RepositorioKlavi:
    def __init__(self, base_url: str, token: str, metricas: Metricas | None = None) -> None:
        self.base_url = base_url
        self.metricas = metricas or SemMetricas()
        self.sessao = requests.Session()
        self.sessao.headers["Authorization"] = f"Bearer {token}"
        self.sessao.mount(
            "https://", HTTPAdapter(max_retries=Retry(connect=3, read=False, status=0, backoff_factor=0.5))
        )

    def definir(self, conexao: Conexao) -> None:
        inicio = time.monotonic()
        resposta = self.sessao.post(
            f"{self.base_url}/data/v1/auto-update",
            json={"connectionKey": conexao.chave, "allowAutoUpdate": conexao.atualizar},
            timeout=20,
        )
        try:
            corpo = resposta.json()
            codigo = int(corpo["code"])
        except (ValueError, KeyError, TypeError) as exc:
            raise FalhaAtualizacao(None, resposta.text[:200], resposta.status_code) from exc
        self.metricas.incr("klavi.auto_update", {"code": str(codigo)})
        logger.info("klavi respondeu %d em %.2fs", codigo, time.monotonic() - inicio)
        if codigo == 200:
            return
        classe = UsuarioNaoAutorizou if codigo == 601 else FalhaAtualizacao
        raise classe(codigo, corpo.get("message", ""), resposta.status_code)


class CepClient:
    """Consulta de CEP em outro fornecedor, que cai com frequência."""

    @backoff.on_exception(backoff.expo, requests.RequestException, max_tries=5)
    def consultar(self, cep: str) -> dict:
        resposta = requests.get(f"https://viacep.com.br/ws/{cep}/json/", timeout=5)
        resposta.raise_for_status()
        return resposta.json()
