from __future__ import annotations

from collections.abc import Iterable

import attrs

from .errores import NoSoportado, Revincular, levantar
from .transporte import Transporte


@attrs.define
class Resumen:
    refrescadas: list[str] = attrs.field(factory=list)
    por_vincular: list[str] = attrs.field(factory=list)
    sin_soporte: list[str] = attrs.field(factory=list)


class RefrescoCuentas:
    def __init__(self, transporte: Transporte) -> None:
        self.transporte = transporte

    def refrescar(self, usuario: str, nodo: str) -> dict:
        resp = self.transporte.enviar("PATCH", f"/users/{usuario}/nodes/{nodo}?resync=yes", {})
        if resp.status == 200:
            return resp.cuerpo
        levantar(resp.status, resp.cuerpo)

    def refrescar_todas(self, usuario: str, nodos: Iterable[str]) -> Resumen:
        resumen = Resumen()
        for nodo in nodos:
            try:
                self.refrescar(usuario, nodo)
            except Revincular:
                resumen.por_vincular.append(nodo)
            except NoSoportado:
                resumen.sin_soporte.append(nodo)
            else:
                resumen.refrescadas.append(nodo)
        return resumen
