"""Saldo de fechamento das contas conectadas (roda todo dia às 6h)."""
from __future__ import annotations

import time
from decimal import Decimal
from itertools import repeat
from typing import Any, Iterator, Protocol

import attrs
import requests

ESPERAR_UM_POUCO = ("ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API")
MINUTO = 60


class Relogio(Protocol):
    def sleep(self, segundos: float) -> None: ...


@attrs.frozen
class Falha:
    status: int
    codigo: str | None
    texto: str
    interacao: str | None

    @classmethod
    def da_resposta(cls, resposta: requests.Response) -> Falha:
        try:
            corpo: dict[str, Any] = resposta.json()
        except ValueError:
            corpo = {}
        # gateway: {"message"}, segurança: {"error", "error_description"}, o resto: {"code", "title", "detail"}
        return cls(
            status=resposta.status_code,
            codigo=corpo.get("code") or corpo.get("error"),
            texto=corpo.get("detail") or corpo.get("error_description") or corpo.get("message") or resposta.text,
            interacao=resposta.headers.get("x-fapi-interaction-id"),
        )


class SaldoIndisponivel(Exception):
    def __init__(self, falha: Falha) -> None:
        super().__init__(f"{falha.status} {falha.codigo}: {falha.texto} [{falha.interacao}]")
        self.falha = falha


def dobrando(base: float, vezes: int) -> Iterator[float]:
    for _ in range(vezes):
        yield base
        base *= 2


@attrs.define
class Paciencia:
    """Quanto ainda dá para esperar por cada tipo de falha, durante uma consulta."""

    servidor: Iterator[float] = attrs.field(factory=lambda: dobrando(3, 5))
    outra_instituicao: Iterator[float] = attrs.field(factory=lambda: repeat(5 * MINUTO, 2))

    def para(self, falha: Falha) -> float | None:
        if falha.status // 10 == 50:
            return next(self.servidor, None)
        if falha.status == 400 and falha.codigo in ESPERAR_UM_POUCO:
            return next(self.outra_instituicao, None)
        return None


class SaldoDiario:
    def __init__(self, base_url: str = "https://api.brickbank.example", token: str = "", relogio: Relogio = time) -> None:
        self.base_url = base_url
        self.sessao = requests.Session()
        self.sessao.headers["Authorization"] = f"Bearer {token}"
        self.relogio = relogio

    def _ler(self, caminho: str) -> dict[str, Any]:
        paciencia = Paciencia()
        while (resposta := self.sessao.get(self.base_url + caminho, timeout=30)).status_code != 200:
            falha = Falha.da_resposta(resposta)
            espera = paciencia.para(falha)
            if espera is None:
                raise SaldoIndisponivel(falha)
            self.relogio.sleep(espera)
        return resposta.json()

    def _paginas(self, caminho: str) -> Iterator[dict[str, Any]]:
        pagina = 1
        while True:
            corpo = self._ler(f"{caminho}?page={pagina}&page-size=50")
            yield from corpo["data"]
            if not corpo.get("links", {}).get("next"):
                return
            pagina += 1

    def fechamento(self, consentimento: str) -> Decimal:
        contas = list(self._paginas(f"/accounts/v2/{consentimento}/accounts"))
        total = Decimal(0)
        for conta in contas:
            saldo = self._ler(f"/accounts/v2/{consentimento}/accounts/{conta['accountId']}/balances")
            total += Decimal(saldo["data"]["availableAmount"]["amount"])
        return total
