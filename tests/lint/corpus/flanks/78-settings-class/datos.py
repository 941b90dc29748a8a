"""Lectura de datos con espera, según la configuración."""
from __future__ import annotations

import time
from functools import lru_cache

import httpx

from config import Config
from errors import FlanksUpstreamError


@lru_cache(maxsize=None)
def cliente(url: str, token: str) -> httpx.Client:
    return httpx.Client(base_url=url, headers={"Authorization": f"Bearer {token}"}, timeout=30)


def pedir(ruta, credencial, config=Config):
    r = cliente(config.FLANKS_URL, config.FLANKS_TOKEN).post(ruta, json={"credentials_token": credencial})
    datos = r.json()
    if r.status_code != 200 or datos.get("error_code") is not None:
        raise FlanksUpstreamError(r.status_code, datos)
    return datos


def pedir_con_espera(ruta, credencial, config=Config):
    vez = 0
    while vez < config.POLL_LIMIT:
        vez += 1
        try:
            datos = pedir(ruta, credencial, config)
        except FlanksUpstreamError as exc:
            if getattr(exc, "code", None) not in config.WAIT_CODES or vez == config.POLL_LIMIT:
                raise
            time.sleep(config.POLL_SECONDS)
        else:
            return datos


def vista(credencial, config=Config):
    try:
        datos = pedir_con_espera("/v0/bank/summary", credencial, config)
    except FlanksUpstreamError as exc:
        return {"estado": "luego" if exc.code in config.LATER_CODES else "error", "codigo": exc.code, "http": exc.status}
    return {"estado": "ok", "codigo": None, "total": datos.get("total")}
