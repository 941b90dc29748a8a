from __future__ import annotations

from typing import Any

import httpx
from pydantic import TypeAdapter

from .excepciones import FlanksError
from .reintento import con_reintento
from .sobre import Credencial, Posicion, Sobre

_POSICIONES = TypeAdapter(list[Posicion])


class FlanksApi:
    def __init__(self, access_token: str, base_url: str = "https://api.flanks.io") -> None:
        self._http = httpx.Client(
            base_url=base_url,
            headers={"Authorization": f"Bearer {access_token}"},
            timeout=45,
        )

    def _post(self, ruta: str, cuerpo: dict[str, Any]) -> httpx.Response:
        resp = self._http.post(ruta, json=cuerpo)
        if not resp.is_success:
            raise FlanksError(resp.status_code, Sobre.model_validate_json(resp.content))
        return resp

    @con_reintento()
    def canjear(self, codigo_link: str) -> Credencial:
        """Cambia el código del Link por el token listo para consultar."""
        resp = self._post("/v0/link/get-credentials-token", {"code": codigo_link})
        return Credencial.model_validate_json(resp.content)

    @con_reintento(veces=5)
    def posiciones(self, cred: Credencial) -> list[Posicion]:
        resp = self._post("/v0/bank/credentials/portfolio", {"credentials_token": cred.credentials_token})
        return _POSICIONES.validate_json(resp.content)

    def alta(self, codigo_link: str) -> list[Posicion]:
        return self.posiciones(self.canjear(codigo_link))
