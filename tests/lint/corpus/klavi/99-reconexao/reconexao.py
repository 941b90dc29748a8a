from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from politica import Acao, Orientacao, orientar


class AdaptadorDeRede(HTTPAdapter):
    """Só insiste em abrir a conexão; resposta recebida nunca é pedida outra vez."""

    def __init__(self) -> None:
        rede = Retry(
            total=3, connect=3, read=0, status=0, other=0, backoff_factor=0.5, respect_retry_after_header=False
        )
        super().__init__(max_retries=rede)


class ContaNaoConectada(Exception):
    def __init__(self, orientacao: Orientacao) -> None:
        super().__init__(f"klavi {orientacao.codigo} ({orientacao.mensagem}): {orientacao.acao.name}")
        self.orientacao = orientacao


class AtualizacaoRecusada(Exception):
    def __init__(self, codigo: int, mensagem: str) -> None:
        super().__init__(f"{codigo}: {mensagem}")
        self.codigo = codigo


@dataclass(slots=True)
class Extrato:
    dados: dict[str, Any]
    pendencias: list[str] = field(default_factory=list)

    @property
    def integral(self) -> bool:
        return not self.pendencias


class Reconexao:
    def __init__(self, base: str, parceiro: str, token: str, agora: Callable[[], datetime] | None = None) -> None:
        self._base = base.rstrip("/")
        self._agora = agora or (lambda: datetime.now(UTC))
        self._http = requests.Session()
        self._http.mount("http://", AdaptadorDeRede())
        self._http.mount("https://", AdaptadorDeRede())
        self._http.headers.update({"X-Partner-Code": parceiro, "X-Partner-Token": token})

    def extrato(self, cpf: str, chave: str) -> Extrato:
        corpo = self._http.post(
            f"{self._base}/data/v1/report", json={"cpf": cpf, "connectionKey": chave}, timeout=60
        ).json()
        codigo = int(corpo["code"])
        match codigo:
            case 200:
                return Extrato(corpo["data"])
            case 201:
                return Extrato(corpo.get("data") or {}, ["falta o usuário autorizar parte dos dados"])
            case 202:
                return Extrato(corpo.get("data") or {}, ["faltam detalhes de transações"])
            case 203:
                return Extrato(corpo.get("data") or {}, ["relatório sem CPF"])
        raise ContaNaoConectada(orientar(codigo, corpo.get("message", ""), self._agora()))

    def permitir_atualizacao(self, chave: str) -> None:
        corpo = self._http.post(
            f"{self._base}/data/v1/update", json={"connectionKey": chave, "allowAutoUpdate": True}, timeout=20
        ).json()
        if int(corpo["code"]) != 200:
            raise AtualizacaoRecusada(int(corpo["code"]), corpo.get("message", ""))


def tela(reconexao: Reconexao, cpf: str, chave: str) -> dict[str, Any]:
    """Monta o que o aplicativo mostra ao usuário."""
    try:
        extrato = reconexao.extrato(cpf, chave)
    except ContaNaoConectada as falha:
        o = falha.orientacao
        volta = o.liberado_em.isoformat() if o.liberado_em else None
        return {"ok": False, "codigo": o.codigo, "texto": o.acao.value, "volte_em": volta, "suporte": o.acao is Acao.CHAMADO}
    return {"ok": extrato.integral, "avisos": extrato.pendencias, "dados": extrato.dados}
