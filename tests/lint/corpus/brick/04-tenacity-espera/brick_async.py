"""Cliente assíncrono de consentimentos; a própria exceção sabe quanto esperar."""
from __future__ import annotations

from typing import Any, Optional

import httpx
import pydantic
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception

MINUTOS = 60.0


class Problema(pydantic.BaseModel):
    code: str = ""
    title: str = ""
    detail: str = ""
    error: str = ""
    error_description: str = ""
    message: str = ""


class BrickProblema(Exception):
    def __init__(self, status: int, problema: Problema) -> None:
        self.status = status
        self.problema = problema
        super().__init__(f"{status}: {problema!r}")

    def espera(self, tentativa: int) -> Optional[float]:
        """Segundos até a próxima tentativa, ou None quando não há próxima."""
        if self.problema.code in ("ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"):
            return 5 * MINUTOS if tentativa <= 2 else None
        if self.status // 10 == 50:
            return 3.0 * 2 ** (tentativa - 1) if tentativa <= 5 else None
        return None


def _espera(state: RetryCallState) -> Optional[float]:
    erro = state.outcome.exception()
    return erro.espera(state.attempt_number) if isinstance(erro, BrickProblema) else None


class ConsentimentosApi:
    def __init__(self, token: str, base_url: str = "https://api.brickbank.com.br") -> None:
        self._http = httpx.AsyncClient(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            event_hooks={"response": [self._confere]},
        )

    @staticmethod
    async def _confere(resposta: httpx.Response) -> None:
        if resposta.is_success:
            return
        await resposta.aread()
        try:
            problema = Problema.model_validate_json(resposta.content)
        except pydantic.ValidationError:
            problema = Problema(detail=resposta.text)
        raise BrickProblema(resposta.status_code, problema)

    async def _com_paciencia(self, metodo: str, caminho: str, **kw: Any) -> Any:
        async for tentativa in AsyncRetrying(
            retry=retry_if_exception(lambda erro: isinstance(erro, BrickProblema)),
            stop=lambda state: _espera(state) is None,
            wait=lambda state: _espera(state) or 0,
            reraise=True,
        ):
            with tentativa:
                return (await self._http.request(metodo, caminho, **kw)).json()

    async def consultar(self, consent_id: str) -> dict[str, Any]:
        return await self._com_paciencia("GET", f"/consents/v1/consents/{consent_id}")
