"""Conciliación nocturna. Lo aplazado se guarda en la libreta y se retoma en otra pasada."""
from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, timezone
from functools import singledispatch
from pathlib import Path

import urllib3
from urllib3.util import Retry

from resultado import Aplazado, Codigo, Incidencia, Listo, PideUsuario, Resultado, interpretar


class Libreta:
    def __init__(self, ruta: Path) -> None:
        self._ruta = ruta
        self._datos: dict[str, list] = json.loads(ruta.read_text()) if ruta.exists() else {}

    def leer(self, credencial: str) -> Aplazado | None:
        if credencial not in self._datos:
            return None
        hasta, motivo = self._datos[credencial]
        return Aplazado(datetime.fromisoformat(hasta), Codigo(motivo))

    def anotar(self, credencial: str, aplazado: Aplazado) -> None:
        self._datos[credencial] = [aplazado.hasta.isoformat(), int(aplazado.motivo)]
        self._guardar()

    def borrar(self, credencial: str) -> None:
        if self._datos.pop(credencial, None):
            self._guardar()

    def _guardar(self) -> None:
        self._ruta.write_text(json.dumps(self._datos))


@singledispatch
def describir(resultado: Resultado) -> str:
    raise TypeError(resultado)


@describir.register
def _(resultado: Listo) -> str:
    return f"{len(resultado.movimientos)} movimientos"


@describir.register
def _(resultado: Aplazado) -> str:
    return f"aplazado hasta {resultado.hasta:%d/%m %H:%M} ({resultado.motivo.name})"


@describir.register
def _(resultado: PideUsuario) -> str:
    return f"avisar al cliente ({resultado.motivo.name}): {resultado.texto}"


@describir.register
def _(resultado: Incidencia) -> str:
    return f"incidencia HTTP {resultado.estado}, código {resultado.codigo}: {resultado.texto}"


class Conciliador:
    def __init__(self, token: str, libreta: Libreta, base_url: str = "https://api.flanks.io") -> None:
        self._libreta = libreta
        self._base_url = base_url
        self._http = urllib3.PoolManager(
            headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
            retries=Retry(total=None, connect=4, read=0, status=0, redirect=0, other=0, backoff_factor=0.5),
            timeout=urllib3.Timeout(connect=5, read=60),
        )

    def pasada(self, credenciales: Iterable[str]) -> Iterator[tuple[str, Resultado]]:
        for credencial in credenciales:
            pendiente = self._libreta.leer(credencial)
            if pendiente and datetime.now(timezone.utc) < pendiente.hasta:
                yield credencial, pendiente
                continue
            resultado = self._pedir(credencial)
            if isinstance(resultado, Aplazado):
                self._libreta.anotar(credencial, resultado)
            else:
                self._libreta.borrar(credencial)
            yield credencial, resultado

    def _pedir(self, credencial: str) -> Resultado:
        respuesta = self._http.request(
            "POST",
            f"{self._base_url}/v0/bank/credentials/transaction",
            body=json.dumps({"credentials_token": credencial}),
        )
        try:
            cuerpo = json.loads(respuesta.data)
        except ValueError:
            cuerpo = respuesta.data.decode("utf-8", "replace")
        return interpretar(respuesta.status, cuerpo, datetime.now(timezone.utc))


def informe(conciliador: Conciliador, credenciales: Iterable[str]) -> Counter[str]:
    cuenta: Counter[str] = Counter()
    for credencial, resultado in conciliador.pasada(credenciales):
        print(credencial, describir(resultado))
        cuenta[type(resultado).__name__] += 1
    return cuenta
