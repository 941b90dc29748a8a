"""Despacha os pagamentos da tabela de saída. O cron chama `Despacho.rodada` a cada minuto."""
from __future__ import annotations

import json
import logging
from datetime import datetime, timedelta

import httpx

from modelo import Saida

logger = logging.getLogger("pagamentos.despacho")

# intervalo até a próxima tentativa, pelo número de falhas 50x já vistas
INTERVALOS = {
    0: timedelta(seconds=3),
    1: timedelta(seconds=6),
    2: timedelta(seconds=12),
    3: timedelta(seconds=24),
    4: timedelta(seconds=48),
}
INTERVALOS_TERCEIRO = {0: timedelta(minutes=5), 1: timedelta(minutes=15)}
TERCEIRO = {"ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"}
AGUARDA_TITULARES = {"CONSENTIMENTO_PENDENTE_AUTORIZACAO", "DEPENDE_MULTIPLA_ALCADA"}


class Despacho:
    def __init__(self, saida: Saida, token: str, base_url: str) -> None:
        self.saida = saida
        self.http = httpx.Client(
            base_url=base_url, headers={"Authorization": f"Bearer {token}"}, timeout=30
        )

    def rodada(self, agora: datetime) -> None:
        for linha in self.saida.prontas(agora):
            self._enviar(linha, agora)

    def _enviar(self, linha, agora: datetime) -> None:
        chave = linha["chave"]
        resposta = self.http.post(
            "/open-banking/payments/v4/pix/payments",
            json=json.loads(linha["payload"]),
            headers={"x-idempotency-key": chave},
        )
        status, corpo = resposta.status_code, self._corpo(resposta)

        if status in (200, 201):
            self.saida.encerrar(chave, "enviado", corpo)
            return
        if status == 202:
            self.saida.encerrar(chave, "em_processamento", corpo)
            return

        codigo = corpo.get("code", "")
        if 500 <= status < 510 and codigo != "ERRO_NO_FLUXO_OIDC":
            contador, intervalo = "falhas_50x", INTERVALOS.get(linha["falhas_50x"])
        elif codigo in TERCEIRO:
            contador, intervalo = "falhas_terceiro", INTERVALOS_TERCEIRO.get(linha["falhas_terceiro"])
        else:
            contador, intervalo = "", None

        if intervalo is not None:
            logger.info("%s: %d %s, volta em %s", chave, status, codigo, intervalo)
            self.saida.adiar(chave, contador, agora + intervalo)
            return

        estado = "aguardando_titulares" if codigo in AGUARDA_TITULARES else "recusado"
        logger.error("%s: %d %s", chave, status, corpo)
        self.saida.encerrar(chave, estado, {"status": status, **corpo})

    @staticmethod
    def _corpo(resposta: httpx.Response) -> dict:
        try:
            corpo = resposta.json()
        except ValueError:
            return {"message": resposta.text[:300]}
        return corpo if isinstance(corpo, dict) else {"data": corpo}
