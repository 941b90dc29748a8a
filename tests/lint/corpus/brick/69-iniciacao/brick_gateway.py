from __future__ import annotations

from typing import Any

import aiohttp

from dominio import Pagamento, PagamentoRecusado, PlataformaIndisponivel, SemAutorizacao


class BrickGateway:
    def __init__(self, url: str, token: str) -> None:
        self.url = url
        self.cabecalhos = {"Authorization": f"Bearer {token}"}

    async def iniciar(self, pagamento: Pagamento) -> Pagamento:
        corpo = {
            "data": {
                "consentId": pagamento.consent_id,
                "payment": {"amount": f"{pagamento.valor:.2f}", "currency": "BRL"},
            }
        }
        cabecalhos = {**self.cabecalhos, "x-idempotency-key": pagamento.pedido}
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=30)) as sessao:
            async with sessao.post(
                f"{self.url}/open-banking/payments/v4/pix/payments", json=corpo, headers=cabecalhos
            ) as resposta:
                return self._aplicar(pagamento, resposta.status, await self._ler(resposta))

    @staticmethod
    async def _ler(resposta: aiohttp.ClientResponse) -> dict[str, Any]:
        try:
            return await resposta.json(content_type=None) or {}
        except ValueError:
            return {}

    @staticmethod
    def _aplicar(pagamento: Pagamento, status: int, corpo: dict[str, Any]) -> Pagamento:
        if status == 401:
            raise SemAutorizacao(corpo.get("code") or corpo.get("error", ""))
        if status == 422:
            raise PagamentoRecusado("pagamento recusado pela detentora da conta")
        if status >= 500:
            raise PlataformaIndisponivel(status, corpo.get("code"))
        dados = corpo.get("data", {})
        pagamento.payment_id = dados.get("paymentId")
        pagamento.status = dados.get("status", pagamento.status)
        return pagamento
