from __future__ import annotations

from types import TracebackType
from typing import Any

import aiohttp
from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_fixed

from errors import BrickError, OtherInstitutionError
from models import Balances

BASE_URL = "https://api.brickbank.example"

# "Espere alguns minutos e tente novamente"
some_minutes_later = retry(
    retry=retry_if_exception_type(OtherInstitutionError),
    wait=wait_fixed(240),
    stop=stop_after_attempt(2),
    reraise=True,
)


class BrickClient:
    def __init__(self, token: str, base_url: str = BASE_URL) -> None:
        self._token = token
        self._base_url = base_url
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> BrickClient:
        self._session = aiohttp.ClientSession(
            headers={"Authorization": f"Bearer {self._token}"}, timeout=aiohttp.ClientTimeout(total=60)
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        assert self._session is not None
        await self._session.close()

    async def _get(self, path: str, consent_id: str) -> dict[str, Any]:
        assert self._session is not None, "use 'async with'"
        async with self._session.get(self._base_url + path, headers={"x-consent-id": consent_id}) as response:
            body = await response.json(content_type=None)
            if response.status != 200:
                raise BrickError.from_response(response.status, body or {})
            return body

    @some_minutes_later
    async def balances(self, consent_id: str) -> Balances:
        return Balances.from_response(consent_id, await self._get("/data/accounts/balances", consent_id))
