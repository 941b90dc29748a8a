import logging
from typing import Any

import httpx
from tenacity import (
    AsyncRetrying,
    before_sleep_log,
    retry_if_exception_type,
    stop_after_attempt,
    wait_exponential,
)

from .erros import BrickErro, ServidorIndisponivel

logger = logging.getLogger(__name__)


class Transporte:
    def __init__(self, token: str, base_url: str = "https://api.brickbank.com.br"):
        self._http = httpx.AsyncClient(base_url=base_url, headers={"Authorization": f"Bearer {token}"})

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        await self._http.aclose()

    async def _uma(self, metodo: str, rota: str, **kw: Any) -> dict[str, Any]:
        resp = await self._http.request(metodo, rota, **kw)
        if resp.is_success:
            return resp.json() if resp.content else {}
        try:
            corpo = resp.json()
        except ValueError:
            corpo = {"detail": resp.text}
        raise BrickErro.de(resp.status_code, corpo)

    async def pedir(self, metodo: str, rota: str, **kw: Any) -> dict[str, Any]:
        async for tentativa in AsyncRetrying(
            retry=retry_if_exception_type(ServidorIndisponivel),
            wait=wait_exponential(multiplier=3),        # 3, 6, 12, 24, 48
            stop=stop_after_attempt(6),
            before_sleep=before_sleep_log(logger, logging.WARNING),
            reraise=True,
        ):
            with tentativa:
                return await self._uma(metodo, rota, **kw)
        raise RuntimeError
