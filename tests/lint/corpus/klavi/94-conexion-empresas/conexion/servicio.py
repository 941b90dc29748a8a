from __future__ import annotations

from functools import partial
from typing import Any

import aiohttp

from .codigos import CON_HUECOS, EXITO, paso_para
from .reintento import insistir
from .resultado import Err, Ok, Resultado


class ServicioConexion:
    """Conecta las cuentas de una empresa brasileña mediante Klavi."""

    def __init__(self, access_token: str, base_url: str = "https://api.klavi.ai") -> None:
        self.base_url = base_url
        self.headers = {"Authorization": f"Bearer {access_token}"}

    async def conectar(self, cnpj: str, institucion: str, campos: dict[str, str]) -> Resultado[dict]:
        async with aiohttp.ClientSession(self.base_url, headers=self.headers) as sesion:
            cuerpo = {"cnpj": cnpj, "fields": campos}
            return await insistir(partial(self._enviar, sesion, institucion, cuerpo))

    async def _enviar(self, sesion: aiohttp.ClientSession, institucion: str, cuerpo: dict[str, Any]) -> Resultado[dict]:
        async with sesion.post(f"/data/v1/institutions/{institucion}/login", json=cuerpo) as resp:
            doc = await resp.json(content_type=None)
        code = int(doc["code"])
        if code in EXITO:
            return Ok(doc.get("data") or {}, completo=code not in CON_HUECOS)
        return Err(code, doc.get("message", ""), paso_para(code))
