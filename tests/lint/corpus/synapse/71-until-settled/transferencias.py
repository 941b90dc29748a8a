from __future__ import annotations

from functools import partial
from typing import Any

import httpx

from poller import ate_final


class ErroSynapse(Exception):
    def __init__(self, resposta: httpx.Response) -> None:
        super().__init__(f"{resposta.status_code}: {resposta.text}")
        self.resposta = resposta

    @property
    def codigo(self) -> str | None:
        return self.resposta.json().get("error_code")


async def verificar(resposta: httpx.Response) -> None:
    """Gancho: qualquer resposta que não seja um sucesso completo vira exceção."""
    await resposta.aread()
    if resposta.status_code != 200 or resposta.json().get("error_code", "0") != "0":
        raise ErroSynapse(resposta)


class Transferencias:
    def __init__(self, cabecalhos: dict[str, str], base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self.http = httpx.AsyncClient(
            base_url=base_url, headers=cabecalhos, timeout=100, event_hooks={"response": [verificar]}
        )

    async def consultar(self, usuario: str, conta: str, transferencia: str) -> dict[str, Any]:
        resposta = await self.http.get(f"/users/{usuario}/nodes/{conta}/trans/{transferencia}")
        return resposta.json()

    async def esperar(self, usuario: str, conta: str, transferencia: str) -> str:
        final = await ate_final(partial(self.consultar, usuario, conta, transferencia))
        return final["recent_status"]["status"]
