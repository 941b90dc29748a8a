import httpx

from .modelos import KhipuError, Respuesta


class Khipu:
    """Lanza las consultas en modo asíncrono; el resultado llega después al webhook."""

    def __init__(self, token: str, url_webhook: str, base_url: str = "https://api.khipu.com") -> None:
        self._http = httpx.AsyncClient(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            transport=httpx.AsyncHTTPTransport(retries=2),  # solo fallas al conectar
            timeout=30,
        )
        self._webhook = url_webhook

    async def lanzar(self, servicio: str, pedido: dict) -> str:
        r = await self._http.post(
            f"/v1/cl/services/{servicio}", json={**pedido, "CallbackUrl": self._webhook}
        )
        respuesta = Respuesta.model_validate_json(r.content)
        if respuesta.error is not None:
            raise KhipuError(respuesta.operation_id, respuesta.error)
        return respuesta.operation_id
