from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from dto import Agenda, KlaviEnvelope, Pendencia, Relatorio, RelatorioRepository
from gateway import KlaviGateway

SUCESSO = frozenset({200, 201, 202})

ESPERA = {
    406: timedelta(days=1),
    414: timedelta(minutes=30),
    415: timedelta(minutes=30),
}


class KlaviRecusou(Exception):
    def __init__(self, cpf: str, envelope: KlaviEnvelope) -> None:
        super().__init__(f"klavi recusou {cpf}: {envelope.code} {envelope.message}")
        self.codigo = envelope.code
        self.mensagem = envelope.message


class ImportadorDeRelatorios:
    def __init__(
        self,
        gateway: KlaviGateway,
        repositorio: RelatorioRepository,
        agenda: Agenda,
        relogio: Callable[[], datetime],
    ) -> None:
        self._gateway = gateway
        self._repositorio = repositorio
        self._agenda = agenda
        self._relogio = relogio

    def importar(self, cpf: str) -> Relatorio | Pendencia:
        envelope = self._gateway.relatorio(cpf)
        agora = self._relogio()
        if envelope.code in SUCESSO:
            relatorio = Relatorio(cpf, agora, (envelope.data or {}).get("accounts", []))
            self._repositorio.salvar(relatorio)
            return relatorio
        if (espera := ESPERA.get(envelope.code)) is not None:
            pendencia = Pendencia(cpf, agora + espera, envelope.code)
            self._agenda.incluir(pendencia)
            return pendencia
        raise KlaviRecusou(cpf, envelope)

    def retomar(self) -> list[Relatorio | Pendencia]:
        return [self.importar(p.cpf) for p in self._agenda.retirar_vencidas(self._relogio())]
