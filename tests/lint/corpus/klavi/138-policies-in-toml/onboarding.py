"""The onboarding step that the app calls."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from connector import ConnectionRefused, Connector, Institution

TEXTS = {
    "login_frozen": "Seu acesso foi congelado pelo banco. Tente novamente amanhã.",
    "check_your_data": "Confira os dados informados.",
    "bank_unavailable": "O banco está fora do ar. Entre novamente mais tarde.",
    "talk_to_your_bank": "Resolva a pendência com o seu banco.",
    "no_accounts": "Não encontramos contas.",
    "try_another_day": "Não foi possível agora.",
    "internal": "Algo deu errado do nosso lado.",
}


@dataclass(frozen=True)
class Screen:
    state: str
    code: int | None
    text: str = ""
    data: dict[str, Any] | None = None


def onboard(connector: Connector, cpf: str, slug: str, credentials: dict[str, str]) -> Screen:
    try:
        connected = connector.connect(cpf, Institution(slug), credentials)
    except ConnectionRefused as exc:
        return Screen("refused", exc.code, TEXTS[exc.text])
    if connected.incomplete:
        return Screen("incomplete", connected.code, "; ".join(connected.notes), connected.data)
    return Screen("connected", connected.code, data=connected.data)
