"""Job noturno: relê as contas de cada consentimento vigente."""
from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import requests

from modelos import Adiado, Atualizado, Conta, ErroBrick, Resultado, SemConsentimento
from transporte import Config, nova_sessao

registro = logging.getLogger("atualiza")

LIMITE = "LIMITE_OPERACIONAL_EXCEDIDO"
CONSENTIMENTO_PERDIDO = frozenset(
    {"CONSENTIMENTO_NAO_AUTORIZADO", "CONSENTIMENTO_EM_STATUS_REJEITADO", "OPERACAO_NAO_PERMITIDA_STATUS"}
)


def proximo_mes(dia: date) -> date:
    return date(dia.year + dia.month // 12, dia.month % 12 + 1, 1)


def ler_corpo(resposta: requests.Response) -> dict[str, Any]:
    try:
        corpo = resposta.json()
    except ValueError:
        return {"message": resposta.text[:200]}
    return corpo if isinstance(corpo, dict) else {"message": "corpo inesperado"}


def ler_contas(sessao: requests.Session, config: Config, consent_id: str) -> list[Conta]:
    resposta = sessao.get(
        f"{config.base_url}/data/accounts", headers={"x-consent-id": consent_id}, timeout=config.timeout
    )
    corpo = ler_corpo(resposta)
    dados = corpo.get("data")
    if resposta.status_code != 200 or not isinstance(dados, dict):
        raise ErroBrick(resposta.status_code, corpo)
    return [Conta.de_json(bruto) for bruto in dados.get("accounts", [])]


def atualizar(sessao: requests.Session, config: Config, consent_id: str, hoje: date) -> Resultado:
    try:
        return Atualizado(consent_id, ler_contas(sessao, config, consent_id))
    except ErroBrick as erro:
        registro.warning("consentimento %s: %s", consent_id, erro)
        if erro.codigo == LIMITE:
            return Adiado(consent_id, proximo_mes(hoje), erro.codigo)
        if erro.codigo in CONSENTIMENTO_PERDIDO:
            return SemConsentimento(consent_id, erro.codigo)
        raise


def rodar(config: Config, consentimentos: Iterable[str], hoje: date | None = None) -> Iterator[Resultado]:
    sessao = nova_sessao(config)
    for consent_id in consentimentos:
        yield atualizar(sessao, config, consent_id, hoje or date.today())
