"""Contas e cartões de um CPF, lidos da Klavi em paralelo."""
from __future__ import annotations

import asyncio
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import httpx

BASE = "https://api.klavi.ai"


class ErroKlavi(Exception):
    def __init__(self, codigo: int, mensagem: str) -> None:
        super().__init__(f"{codigo} - {mensagem}")
        self.codigo = codigo
        self.mensagem = mensagem


@dataclass(frozen=True, slots=True)
class Conta:
    instituicao: str
    numero: str
    saldo: Decimal


@dataclass(frozen=True, slots=True)
class Cartao:
    bandeira: str
    limite: Decimal


class ClienteKlavi:
    def __init__(self, parceiro: str, chave: str, base: str = BASE) -> None:
        self._http = httpx.AsyncClient(
            base_url=base,
            headers={"X-Partner": parceiro, "X-Partner-Token": chave},
            transport=httpx.AsyncHTTPTransport(retries=2),
            timeout=20,
        )

    async def __aenter__(self) -> ClienteKlavi:
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self._http.aclose()

    async def _ler(self, recurso: str, cpf: str) -> list[dict[str, Any]]:
        resposta = await self._http.get(f"/data/v1/{recurso}", params={"cpf": cpf})
        corpo = resposta.json()
        codigo = int(corpo["code"])
        if codigo // 100 == 2:
            return corpo["data"]
        if codigo in (404, 405):
            return []
        raise ErroKlavi(codigo, corpo.get("message") or "")

    async def contas(self, cpf: str) -> list[Conta]:
        return [
            Conta(c["institution"], c["number"], Decimal(c["balance"]))
            for c in await self._ler("accounts", cpf)
        ]

    async def cartoes(self, cpf: str) -> list[Cartao]:
        return [Cartao(c["brand"], Decimal(c["limit"])) for c in await self._ler("credit-cards", cpf)]

    async def patrimonio(self, cpf: str) -> tuple[Decimal, Decimal]:
        contas, cartoes = await asyncio.gather(self.contas(cpf), self.cartoes(cpf))
        return (
            sum((c.saldo for c in contas), Decimal()),
            sum((c.limite for c in cartoes), Decimal()),
        )
