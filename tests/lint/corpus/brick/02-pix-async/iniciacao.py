"""Iniciação de Pix pelo Brick Bank."""
from __future__ import annotations

from typing import Any
from uuid import NAMESPACE_URL, uuid5

import httpx

from modelos import ErroBrick, OrdemPix, Recibo, Situacao


class Iniciador:
    CAMINHO = "/open-banking/payments/v4/pix/payments"

    def __init__(self, base_url: str, token: str) -> None:
        self._base_url = base_url
        self._cabecalhos = {"Authorization": f"Bearer {token}"}

    async def pagar(self, ordem: OrdemPix) -> Recibo:
        chave = str(uuid5(NAMESPACE_URL, ordem.id_interno))
        async with httpx.AsyncClient(base_url=self._base_url, headers=self._cabecalhos, timeout=15) as http:
            resposta = await http.post(
                self.CAMINHO, json=ordem.para_api(), headers={"x-idempotency-key": chave}
            )
        corpo = self._corpo(resposta)
        if resposta.is_success:
            dados = corpo.get("data") or {}
            return Recibo(
                id_interno=ordem.id_interno,
                situacao=Situacao.LIQUIDADO,
                id_brick=dados.get("paymentId"),
            )
        return self._recusa(ordem, resposta.status_code, corpo)

    @staticmethod
    def _corpo(resposta: httpx.Response) -> dict[str, Any]:
        try:
            corpo = resposta.json()
        except ValueError:
            return {}
        return corpo if isinstance(corpo, dict) else {}

    @staticmethod
    def _recusa(ordem: OrdemPix, http: int, corpo: dict[str, Any]) -> Recibo:
        codigo = corpo.get("code")
        match codigo:
            case "DEPENDE_MULTIPLA_ALCADA" | "CONSENTIMENTO_PENDENTE_AUTORIZACAO":
                situacao = Situacao.AGUARDANDO_APROVADORES
            case "CONSENTIMENTO_EM_STATUS_REJEITADO":
                situacao = Situacao.CONSENTIMENTO_ENCERRADO
            case "LIMITE_PERIODO_VALOR_EXCEDIDO":
                situacao = Situacao.TETO_ATINGIDO
            case "LIMITE_PERIODO_QUANTIDADE_EXCEDIDA":
                situacao = Situacao.TETO_ATINGIDO
            case _:
                texto = corpo.get("detail") or corpo.get("error_description") or corpo.get("message") or ""
                raise ErroBrick(http, codigo or corpo.get("error"), texto)
        return Recibo(id_interno=ordem.id_interno, situacao=situacao, codigo=codigo)
