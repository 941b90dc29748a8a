"""extratos CONSENT_ID --desde 2024-01-01 > extrato.ndjson"""
from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import NamedTuple, Self

import click
import httpx

PADRAO = "https://api.brickbank.com.br"

# segundos antes de cada nova tentativa
ESPERAS_50X = (3, 6, 12, 24, 48)
ESPERAS_OUTRA_INSTITUICAO = (5 * 60,)
OUTRA_INSTITUICAO = frozenset({"ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"})


class Falha(click.ClickException):
    exit_code = 1

    def __init__(self, status: int, code: str, texto: str) -> None:
        super().__init__(f"HTTP {status} {code or '(sem code)'}: {texto}")
        self.status = status
        self.code = code

    @classmethod
    def de(cls, r: httpx.Response) -> Self:
        try:
            corpo = r.json()
        except ValueError:
            corpo = {}
        if r.status_code == 423:
            cls = LimiteMensal
        match corpo:
            case {"code": code, "title": titulo, "detail": detalhe}:
                return cls(r.status_code, code, f"{titulo} - {detalhe}")
            case {"error": erro, "error_description": texto}:
                return cls(r.status_code, erro, texto)
            case {"message": texto}:
                return cls(r.status_code, "", texto)
        return cls(r.status_code, "", r.reason_phrase)


class LimiteMensal(Falha):
    exit_code = 75


class Orcamento(NamedTuple):
    servidor: Iterator[int]
    instituicao: Iterator[int]

    @classmethod
    def novo(cls) -> Self:
        return cls(iter(ESPERAS_50X), iter(ESPERAS_OUTRA_INSTITUICAO))

    def proxima(self, falha: Falha) -> int | None:
        if falha.status in {500, 502, 503, 504} and falha.code != "ERRO_NO_FLUXO_OIDC":
            return next(self.servidor, None)
        if falha.code in OUTRA_INSTITUICAO:
            return next(self.instituicao, None)
        return None


class Extratos:
    def __init__(self, http: httpx.Client) -> None:
        self.http = http

    def pagina(self, url: str, **params: str) -> dict:
        orcamento = Orcamento.novo()
        while (r := self.http.get(url, params=params or None)).status_code != 200:
            falha = Falha.de(r)
            if (espera := orcamento.proxima(falha)) is None:
                raise falha
            click.echo(f"{falha.message}; nova tentativa em {espera}s", err=True)
            time.sleep(espera)
        return r.json()

    def transacoes(self, consent_id: str, desde: str) -> Iterator[dict]:
        doc = self.pagina("/open-banking/accounts/v2/transactions", consentId=consent_id, fromBookingDate=desde)
        yield from doc["data"]
        while proxima := doc.get("links", {}).get("next"):
            doc = self.pagina(proxima)
            yield from doc["data"]


@click.command()
@click.argument("consent_id")
@click.option("--desde", required=True, metavar="AAAA-MM-DD")
@click.option("--url", default=PADRAO, envvar="BRICK_URL", show_default=True)
@click.option("--token", envvar="BRICK_TOKEN", required=True)
def extratos(consent_id: str, desde: str, url: str, token: str) -> None:
    with httpx.Client(base_url=url, headers={"Authorization": f"Bearer {token}"}, timeout=30) as http:
        for t in Extratos(http).transacoes(consent_id, desde):
            click.echo(json.dumps(t, ensure_ascii=False))


if __name__ == "__main__":
    extratos()
