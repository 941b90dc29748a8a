from __future__ import annotations

from espera import Cartera, ErrorDatos, abrir


async def resumen(token, credencial, base="https://api.flanks.io"):
    async with abrir(token, base) as http:
        try:
            carteras = await Cartera(http).leer(credencial)
        except ErrorDatos as error:
            return {"ok": False, "codigo": error.codigo, "estado": error.respuesta.estado}
    return {"ok": True, "carteras": len(carteras), "valor": sum(c.get("valor") or 0 for c in carteras)}
