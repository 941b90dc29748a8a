from __future__ import annotations

import aiohttp

from .errores import HaceFaltaMfa, SynapseError, insistir


class Synapse:
    def __init__(self, sesion: aiohttp.ClientSession, cabeceras: dict[str, str],
                 base: str = "https://api.synapsefi.com/v3.1") -> None:
        self.sesion = sesion
        self.cabeceras = cabeceras
        self.base = base

    async def _pedir(self, metodo: str, ruta: str, cuerpo: dict | None = None) -> dict:
        async with self.sesion.request(metodo, self.base + ruta, json=cuerpo, headers=self.cabeceras) as r:
            doc = await r.json(content_type=None)
            codigo = str(doc.get("error_code", "0"))
            if codigo == "10" or r.status == 202:
                raise HaceFaltaMfa(doc.get("mfa") or {})
            if r.status >= 400 or codigo != "0":
                raise SynapseError(r.status, codigo, doc.get("error", {}).get("en", ""))
            return doc

    @insistir("500", "503")
    async def vincular(self, usuario: str, banco: str, login: str, clave: str) -> list[dict]:
        doc = await self._pedir(
            "POST",
            f"/users/{usuario}/nodes",
            {"type": "ACH-US", "info": {"bank_id": login, "bank_pw": clave, "bank_name": banco}},
        )
        return doc["nodes"]

    @insistir("503")
    async def refrescar(self, usuario: str, nodo: str) -> dict:
        return await self._pedir("PATCH", f"/users/{usuario}/nodes/{nodo}?resync=yes")
