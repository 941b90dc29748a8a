"""Refresco de saldos cada noche."""
from __future__ import annotations

import asyncio
import datetime as dt

from .api import Synapse
from .errores import HaceFaltaMfa, SincronizacionFallida, SynapseError
from .repositorio import Nodo, RepositorioNodos


async def refrescar_nodo(api: Synapse, repo: RepositorioNodos, nodo: Nodo) -> None:
    try:
        doc = await api.refrescar(nodo.usuario, nodo.id)
    except HaceFaltaMfa:
        await repo.marcar(nodo, "pide_mfa")
        return
    except SynapseError:
        await repo.marcar(nodo, "error")
        raise SincronizacionFallida(f"no se pudo refrescar el nodo {nodo.id}") from None
    await repo.actualizar(nodo, doc)


async def noche(api: Synapse, repo: RepositorioNodos, avisar) -> int:
    limite = dt.datetime.now() - dt.timedelta(hours=20)
    fallidos = 0
    for nodo in await repo.caducados(limite):
        try:
            await refrescar_nodo(api, repo, nodo)
        except SincronizacionFallida as exc:
            fallidos += 1
            await avisar("#datos", str(exc))
        await asyncio.sleep(0.2)
    return fallidos
