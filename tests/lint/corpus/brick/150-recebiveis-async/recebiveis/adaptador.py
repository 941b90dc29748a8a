from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

import httpx

from .mapa import erro_de
from .tentativas import CALENDARIO_50X, Tentativas


class BrickDados:
    """Adaptador de leitura. Roda em cada instituição, daí a base configurável."""

    def __init__(self, base: str, token: str, *, novas_tentativas: bool = True) -> None:
        self._base = base
        self._cabecalhos = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
        self._calendario = CALENDARIO_50X if novas_tentativas else ()

    async def recebiveis(self, consentimento: str) -> Mapping[str, Any]:
        interacao = str(uuid4())
        async with httpx.AsyncClient(base_url=self._base, headers=self._cabecalhos, timeout=30) as http:
            async for tentativa in Tentativas(self._calendario):
                with tentativa:
                    resposta = await http.get(
                        f"/dados/v1/consentimentos/{consentimento}/recebiveis",
                        headers={"x-fapi-interaction-id": interacao},
                    )
                    if (erro := erro_de(resposta)) is not None:
                        raise erro
                    return resposta.json()
        raise AssertionError("a última tentativa retorna ou levanta")
