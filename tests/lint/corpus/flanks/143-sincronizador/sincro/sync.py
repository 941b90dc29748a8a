from __future__ import annotations

import datetime as dt
import logging
from functools import partial
from typing import Any

import aiohttp

from .espera import ate_terminar, quando_o_banco_voltar
from .respostas import Adiado, Codigo, Erro, Resultado, ler

log = logging.getLogger(__name__)

VERIFICACAO = dt.timedelta(hours=48)


class Sincronizador:
    def __init__(self, token: str, base_url: str = "https://api.flanks.io") -> None:
        self.base_url = base_url
        self.token = token

    async def _post(self, caminho: str, corpo: dict[str, Any]) -> Resultado:
        async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {self.token}"}) as s:
            async with s.post(self.base_url + caminho, json=corpo) as r:
                return ler(r.status, await r.json(content_type=None))

    async def _status(self, credencial: str) -> Resultado:
        return await self._post("/v0/credentials/status", {"credentials_token": credencial})

    @quando_o_banco_voltar
    async def _transacoes(self, credencial: str) -> Resultado:
        return await self._post("/v0/bank/accounts/transactions", {"credentials_token": credencial})

    async def transacoes(self, credencial: str) -> Resultado:
        res = await self._transacoes(credencial)
        if isinstance(res, Erro) and res.codigo == Codigo.PROCESSING:
            if (parado := await ate_terminar(partial(self._status, credencial))) is not None:
                return self._fechar(credencial, parado)
            res = await self._transacoes(credencial)
        return self._fechar(credencial, res)

    def _fechar(self, credencial: str, res: Resultado) -> Resultado:
        match res:
            case Erro(codigo=Codigo.SCA_ERROR):
                return Adiado(dt.datetime.now(dt.timezone.utc) + VERIFICACAO, Codigo.SCA_ERROR)
            case Erro(codigo=Codigo.INCOMPLETE):
                log.error("abrir chamado na Flanks: %s sem dados (%s)", credencial, res.texto)
            case Erro():
                log.warning("flanks %s/%s: %s", res.status, res.codigo, res.texto)
        return res
