from __future__ import annotations

import uuid

import requests

from .portas import Consulta, Resposta


class BrickHttp:
    """Adaptador de PortaDeDados sobre requests."""

    def __init__(self, url_base: str, token: str, sessao: requests.Session | None = None) -> None:
        self._url = url_base.rstrip("/")
        self._sessao = sessao or requests.Session()
        self._sessao.headers["Authorization"] = f"Bearer {token}"

    def enviar(self, consulta: Consulta) -> Resposta:
        interacao = str(uuid.uuid4())
        r = self._sessao.get(
            f"{self._url}/open-data/{consulta.recurso}",
            params=consulta.parametros,
            headers={"x-fapi-interaction-id": interacao, "consent-id": consulta.consentimento},
            timeout=30,
        )
        try:
            corpo = r.json()
        except ValueError:
            corpo = {"message": r.text[:200]}
        return Resposta(r.status_code, corpo, interacao)
