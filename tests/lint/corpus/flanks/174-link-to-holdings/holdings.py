"""From a Link code to the holdings of a customer."""

from __future__ import annotations

from decimal import Decimal

import httpx
from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_fixed

from _errors import StillProcessingError, error_from
from _http import BASE_URL, post
from _models import ActiveToken, DelayedToken, FlanksCode, Holding, TokenGrant


class FlanksClient:
    """Async client of the two endpoints the dashboard needs."""

    def __init__(self, access_token: str, *, base_url: str = BASE_URL) -> None:
        self._access_token = access_token
        self._base_url = base_url

    def _open(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            base_url=self._base_url,
            headers={"Authorization": f"Bearer {self._access_token}"},
            timeout=20.0,
        )

    async def exchange(self, link_code: str) -> TokenGrant:
        """Exchange a Link code for a credentials token."""
        async with self._open() as http:
            reply = await post(http, "/v0/link/token", {"code": link_code})
        match reply.status, reply.body.get("error_code"):
            case 200, None:
                return ActiveToken(reply.body["credentials_token"])
            case _, FlanksCode.SCA_ERROR:
                return DelayedToken(reply.body["credentials_token"], FlanksCode.SCA_ERROR)
            case _:
                raise error_from(*reply)

    @retry(
        retry=retry_if_exception_type(StillProcessingError),
        wait=wait_fixed(20),
        stop=stop_after_attempt(15),
        reraise=True,
    )
    async def holdings(self, token: ActiveToken) -> list[Holding]:
        """Read the portfolio, polling while Flanks retrieves it."""
        async with self._open() as http:
            reply = await post(http, "/v0/portfolio", {"credentials_token": token.value})
        if reply.status != 200 or reply.body.get("error_code") is not None:
            raise error_from(*reply)
        return [
            Holding(
                name=row.get("name"),
                balance=None if row.get("balance") is None else Decimal(str(row["balance"])),
                currency=row.get("currency"),
            )
            for row in reply.body["products"]
        ]


async def connect(client: FlanksClient, link_code: str) -> list[Holding] | DelayedToken:
    """Holdings at once, or the token to come back with when the checks are over."""
    match await client.exchange(link_code):
        case ActiveToken() as token:
            return await client.holdings(token)
        case DelayedToken() as token:
            return token
