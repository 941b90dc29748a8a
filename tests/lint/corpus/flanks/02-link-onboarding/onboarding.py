"""Exchanges the code given by the Flanks Link widget for a credentials token and keeps it."""
import dataclasses
import logging
import typing as t

import aiohttp
import backoff

logger = logging.getLogger("onboarding")


class FlanksError(Exception):
    def __init__(self, status: int, code: t.Optional[int], message: str) -> None:
        super().__init__(f"{status}/{code}: {message}")
        self.status = status
        self.code = code
        self.message = message


@dataclasses.dataclass
class Connection:
    customer_id: str
    credentials_token: str
    state: str = "ready"


class LinkClient:
    def __init__(self, client_id: str, client_secret: str, base_url: str = "https://api.flanks.io") -> None:
        self.auth = aiohttp.BasicAuth(client_id, client_secret)
        self.base_url = base_url

    @backoff.on_exception(
        backoff.expo,
        (aiohttp.ClientConnectionError, FlanksError),
        max_tries=4,
        max_time=60,
    )
    async def _post(self, path: str, payload: t.Dict[str, t.Any]) -> t.Dict[str, t.Any]:
        async with aiohttp.ClientSession(auth=self.auth) as session:
            async with session.post(self.base_url + path, json=payload) as response:
                body = await response.json(content_type=None)
                if response.status >= 400:
                    raise FlanksError(response.status, body.get("error_code"), body.get("error", ""))
                return body

    async def exchange(self, code: str) -> str:
        """`code` is what the widget handed to our redirect page."""
        body = await self._post("/v0/platform/link/exchange", {"code": code})
        return body["credentials_token"]

    async def accounts(self, credentials_token: str) -> t.Any:
        return await self._post("/v0/bank/credentials/account", {"credentials_token": credentials_token})


class OnboardingService:
    def __init__(self, client: LinkClient, save: t.Callable[[Connection], None]) -> None:
        self.client = client
        self.save = save

    async def finish(self, customer_id: str, code: str) -> Connection:
        try:
            token = await self.client.exchange(code)
        except FlanksError as exc:
            logger.error("link code of %s refused: %s", customer_id, exc)
            raise
        connection = Connection(customer_id, token)
        self.save(connection)
        return connection
