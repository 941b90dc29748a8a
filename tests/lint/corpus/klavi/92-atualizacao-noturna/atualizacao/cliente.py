from __future__ import annotations

import httpx

from .envelope import Atualizacao, Envelope, Qualidade
from .erros import AindaNao, AtualizacaoFalhou, AutorizacaoExtra
from .politica import espera_para
from .repetir import repetir

BASE = "https://api.klavi.ai"


class ClienteKlavi:
    def __init__(self, token: str, base_url: str = BASE) -> None:
        self._token = token
        self._base_url = base_url

    async def _post(self, caminho: str, corpo: dict) -> Envelope:
        async with httpx.AsyncClient(base_url=self._base_url, timeout=60) as http:
            resp = await http.post(caminho, json=corpo, headers={"Authorization": f"Bearer {self._token}"})
        return Envelope.model_validate_json(resp.content)

    @repetir(tentativas=3)
    async def atualizar(self, link_id: str) -> Atualizacao:
        env = await self._post(f"/data/v1/links/{link_id}/refresh", {"scope": ["accounts", "transactions"]})
        match env.code:
            case 200:
                return Atualizacao.de(env, Qualidade.COMPLETA)
            case 202 | 203:
                return Atualizacao.de(env, Qualidade.PARCIAL)
            case 201:
                raise AutorizacaoExtra(env.code, env.message)
        espera = espera_para(env.code)
        if espera is not None:
            raise AindaNao(env.code, espera)
        raise AtualizacaoFalhou("a Klavi não aceitou a atualização")
