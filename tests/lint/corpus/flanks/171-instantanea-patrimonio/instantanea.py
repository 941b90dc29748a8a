"""Instantánea nocturna del patrimonio de cada cliente."""
from __future__ import annotations

import logging
import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any, Iterable

import requests

from codigos import BancoCaido, ClienteDebeActuar, EnExtraccion, EnRevision, FlanksError, error_de

log = logging.getLogger(__name__)

REVISION = timedelta(hours=48)
PRODUCTOS = ("portfolio", "account")


@dataclass(frozen=True)
class Sondeo:
    primera: float = 10.0
    factor: float = 1.5
    tope: float = 120.0
    veces: int = 12

    def pausas(self) -> Iterable[float]:
        pausa = self.primera
        for _ in range(self.veces):
            yield pausa
            pausa = min(pausa * self.factor, self.tope)


@dataclass
class Producto:
    nombre: str
    filas: list[dict[str, Any]]
    vacios: list[str]

    @property
    def completo(self) -> bool:
        return not self.vacios


@dataclass
class Foto:
    cliente: str
    productos: dict[str, Producto] = field(default_factory=dict)
    errores: dict[str, FlanksError] = field(default_factory=dict)
    no_antes_de: datetime | None = None
    avisar: bool = False


def campos_vacios(filas: list[dict[str, Any]]) -> list[str]:
    """Flanks deja en null lo que la entidad no dio."""
    return sorted({f"{i}.{campo}" for i, fila in enumerate(filas) for campo, valor in fila.items() if valor is None})


class Instantaneas:
    def __init__(self, base_url: str, token_api: str, sondeo: Sondeo = Sondeo()) -> None:
        self._base = base_url
        self._sondeo = sondeo
        self._http = requests.Session()
        self._http.headers["Authorization"] = f"Bearer {token_api}"

    def _pedir(self, producto: str, credencial: str) -> Producto:
        r = self._http.post(f"{self._base}/v0/bank/{producto}", json={"credentials_token": credencial}, timeout=45)
        try:
            cuerpo = r.json()
        except ValueError:
            raise FlanksError(r.status_code, None, "respuesta que no es JSON") from None
        if isinstance(cuerpo, dict):
            if r.status_code != 200 or "error_code" in cuerpo or f"{producto}s" not in cuerpo:
                raise error_de(r.status_code, cuerpo)
            filas = cuerpo[f"{producto}s"]
            if filas is None:
                return Producto(producto, [], [f"{producto}s"])
            return Producto(producto, filas, campos_vacios(filas))
        raise FlanksError(r.status_code, None, "respuesta con otra forma")

    def leer(self, producto: str, credencial: str) -> Producto:
        for pausa in self._sondeo.pausas():
            try:
                return self._pedir(producto, credencial)
            except EnExtraccion as exc:
                log.info("%s: %s, otra vez en %.0f s", producto, exc.texto, pausa)
                time.sleep(pausa)
        return self._pedir(producto, credencial)

    def foto(self, cliente: str, credencial: str, productos: Iterable[str] = PRODUCTOS) -> Foto:
        foto = Foto(cliente)
        for producto in productos:
            try:
                foto.productos[producto] = self.leer(producto, credencial)
            except EnRevision as exc:
                foto.errores[producto] = exc
                foto.no_antes_de = datetime.now(timezone.utc) + REVISION
                break
            except (ClienteDebeActuar, BancoCaido) as exc:
                foto.errores[producto] = exc
                foto.avisar = isinstance(exc, ClienteDebeActuar)
                break
            except FlanksError as exc:
                log.error("%s/%s: %s → %s", cliente, producto, exc, exc.accion)
                foto.errores[producto] = exc
        return foto
