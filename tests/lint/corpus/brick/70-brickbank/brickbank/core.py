from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import Any, Protocol

from .errors import BrickError, EmProcessamento
from .policy import Politica


@dataclass(frozen=True)
class Enviar:
    metodo: str
    caminho: str
    corpo: dict[str, Any] | None = None
    cabecalhos: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Esperar:
    segundos: float


class Resposta(Protocol):
    status_code: int
    content: bytes


Gancho = Callable[[Resposta], None]
Passos = Generator["Enviar | Esperar", "Resposta | None", Any]


def operacao(envio: Enviar, politica: Politica, ganchos: tuple[Gancho, ...]) -> Passos:
    agenda = politica.abrir()
    while True:
        resposta = yield envio
        assert resposta is not None
        for gancho in ganchos:
            gancho(resposta)
        if resposta.status_code < 300:
            return _sucesso(resposta)
        erro = BrickError.de_resposta(resposta.status_code, resposta.content)
        pausa = agenda.pausa(erro)
        if pausa is None:
            raise erro
        yield Esperar(pausa)


def _sucesso(resposta: Resposta) -> Any:
    corpo = json.loads(resposta.content) if resposta.content else None
    if resposta.status_code == 202:
        raise EmProcessamento(corpo)
    return corpo


def criar_consentimento(cpf: str, marca: str, permissoes: list[str]) -> Enviar:
    corpo = {"data": {"loggedUser": {"document": {"identification": cpf}}, "brandId": marca, "permissions": permissoes}}
    return Enviar("POST", "/consents", corpo, {"x-idempotency-key": str(uuid.uuid4())})


def ver_consentimento(consent_id: str) -> Enviar:
    return Enviar("GET", f"/consents/{consent_id}")
