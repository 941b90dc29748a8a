from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any, Protocol

from .erros import BrickErro


class Canal(Protocol):
    def enviar(self, metodo: str, caminho: str, corpo: dict[str, Any] | None = None) -> dict[str, Any]: ...


@dataclass(frozen=True)
class Consentimento:
    id: str
    status: str


class ConsentimentoService:
    def __init__(self, canal: Canal) -> None:
        self._canal = canal

    def criar(self, cpf: str, marca: str, permissoes: list[str]) -> Consentimento:
        validade = datetime.now(timezone.utc) + timedelta(days=360)
        resposta = self._canal.enviar(
            "POST",
            "/consents/v3/consents",
            {
                "brandId": marca,
                "data": {
                    "loggedUser": {"document": {"identification": cpf, "rel": "CPF"}},
                    "permissions": permissoes,
                    "expirationDateTime": validade.isoformat(timespec="seconds"),
                },
            },
        )
        return Consentimento(resposta["data"]["consentId"], resposta["data"]["status"])

    def consultar(self, consent_id: str) -> Consentimento | None:
        try:
            resposta = self._canal.enviar("GET", f"/consents/v3/consents/{consent_id}")
        except BrickErro as erro:
            if erro.codigo == "CONSENTIMENTO_NAO_ENCONTRADO":
                return None
            raise
        return Consentimento(resposta["data"]["consentId"], resposta["data"]["status"])
