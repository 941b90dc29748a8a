"""Serviço usado pela view de simulação de crédito."""
from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

import httpx

logger = logging.getLogger("credito.klavi")


class KlaviErro(Exception):
    def __init__(self, codigo: int | None, mensagem: str) -> None:
        self.codigo = codigo
        self.mensagem = mensagem
        super().__init__(f"{codigo}: {mensagem}" if codigo else mensagem)


class BancoForaDoAr(KlaviErro):
    pass


class LimiteExcedido(KlaviErro):
    pass


class FalhaDeLogin(KlaviErro):
    def __init__(self, mensagem: str = "Não foi possível conectar. Confira seus dados e tente de novo.") -> None:
        super().__init__(None, mensagem)


@dataclass(slots=True)
class Renda:
    dados: dict[str, Any]
    completa: bool = True
    ressalva: str = ""


def interpretar(corpo: dict[str, Any]) -> Renda:
    codigo = int(corpo["code"])
    mensagem = corpo.get("message", "")
    match codigo:
        case 200:
            return Renda(corpo["data"])
        case 201 | 202 | 203:
            return Renda(corpo.get("data") or {}, completa=False, ressalva=f"{codigo} {mensagem}")
        case 403 | 432:
            raise BancoForaDoAr(codigo, mensagem)
        case n if 400 <= n < 500:
            raise FalhaDeLogin()
        case 429 | 431:
            raise LimiteExcedido(codigo, mensagem)
        case _:
            raise KlaviErro(codigo, mensagem)


class ConsultaRenda:
    def __init__(self, token: str, base_url: str = "https://open-sandbox.klavi.ai/data/v1") -> None:
        self._http = httpx.Client(base_url=base_url, headers={"Authorization": f"Bearer {token}"}, timeout=30)

    def consultar(self, cpf: str) -> Renda:
        resposta = self._http.get("/personal/income", params={"cpf": cpf})
        return interpretar(resposta.json())


def contexto_da_pagina(consulta: ConsultaRenda, cpf: str) -> dict[str, Any]:
    """O que o template recebe; o status HTTP da página vai junto."""
    try:
        renda = consulta.consultar(cpf)
    except BancoForaDoAr as exc:
        return {"status": 503, "aviso": "Seu banco está fora do ar.", "codigo": exc.codigo}
    except LimiteExcedido as exc:
        logger.warning("limite da klavi: %s", exc)
        return {"status": 429, "aviso": "Muitas consultas, volte mais tarde.", "codigo": exc.codigo}
    except FalhaDeLogin as exc:
        return {"status": 422, "aviso": exc.mensagem}
    return {"status": 200, "renda": renda.dados, "completa": renda.completa, "ressalva": renda.ressalva}
