from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

from .erros import AguardarMinutos
from .transporte import Transporte


@dataclass
class Pendente:
    refazer_em: datetime
    motivo: str


class ConsentimentoServico:
    def __init__(self, transporte: Transporte):
        self.transporte = transporte
        self.pendentes: dict[str, Pendente] = {}

    async def criar(self, chave: str, payload: dict[str, Any]) -> dict[str, Any] | Pendente:
        agora = datetime.now(timezone.utc)
        anterior = self.pendentes.get(chave)
        if anterior and agora < anterior.refazer_em:
            return anterior
        try:
            dados = await self.transporte.pedir("POST", "/opendata/consents/v1", json=payload)
        except AguardarMinutos as e:
            pendente = Pendente(agora + timedelta(minutes=e.minutos), e.code)
            self.pendentes[chave] = pendente
            return pendente
        self.pendentes.pop(chave, None)
        return dados["data"]

    async def consultar(self, consent_id: str) -> dict[str, Any]:
        return (await self.transporte.pedir("GET", f"/opendata/consents/v1/{consent_id}"))["data"]
