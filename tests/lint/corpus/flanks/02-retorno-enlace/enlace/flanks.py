from __future__ import annotations

from datetime import datetime, timedelta, timezone

import httpx

from .modelo import CodigoFlanks, Credencial, Estado

REVISION = timedelta(hours=48)


class FallaFlanks(Exception):
    def __init__(self, estado_http: int, codigo: int | None, texto: str) -> None:
        super().__init__(texto)
        self.estado_http = estado_http
        self.codigo = codigo

    @property
    def nombre(self) -> str:
        try:
            return CodigoFlanks(self.codigo).name
        except ValueError:
            return f"HTTP_{self.estado_http}"


class ClienteFlanks:
    def __init__(self, url: str, token: str) -> None:
        self._http = httpx.AsyncClient(
            base_url=url,
            headers={"Authorization": f"Bearer {token}"},
            transport=httpx.AsyncHTTPTransport(retries=2),
            timeout=30,
        )

    async def canjear(self, cliente_id: str, code: str) -> Credencial:
        respuesta = await self._http.post("/v0/platform/link/exchange", json={"code": code})
        cuerpo = respuesta.json() if "json" in respuesta.headers.get("content-type", "") else {}
        match respuesta.status_code, cuerpo.get("error_code"):
            case 200, None:
                return Credencial(cliente_id=cliente_id, token=cuerpo["credentials_token"], estado=Estado.ACTIVA)
            case 202, CodigoFlanks.SCA_ERROR:
                return Credencial(
                    cliente_id=cliente_id,
                    token=cuerpo["credentials_token"],
                    estado=Estado.EN_REVISION,
                    revisar_desde=datetime.now(timezone.utc) + REVISION,
                )
            case estado, codigo:
                raise FallaFlanks(estado, codigo, cuerpo.get("error") or cuerpo.get("message") or respuesta.text)
