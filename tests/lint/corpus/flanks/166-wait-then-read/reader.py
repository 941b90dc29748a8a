"""Reads accounts once Flanks has finished retrieving them."""
import asyncio
import contextlib
import typing as t

import aiohttp
import attrs

API = "https://api.flanks.io"


@attrs.frozen
class Account:
    iban: str | None
    balance: float | None = attrs.field(converter=attrs.converters.optional(float))
    currency: str | None


@attrs.define
class FlanksProblem(Exception):
    status: int
    error_code: int | None
    text: str
    todo: t.ClassVar[str] = "look at the request"

    def __str__(self) -> str:
        return f"{self.status}/{self.error_code}: {self.text} ({self.todo})"


class Ticket(FlanksProblem):
    todo = "write to support"


class BankDown(FlanksProblem):
    todo = "the next daily run will pick it up"


class AskCustomer(FlanksProblem):
    todo = "the customer has to fix the credentials or pass SCA"


class Review(FlanksProblem):
    todo = "security checks, ready in 24-48 hours"


class NotReady(FlanksProblem):
    todo = "still retrieving"


def problem(status: int, body: dict[str, t.Any]) -> FlanksProblem:
    number, text = body.get("error_code"), body.get("error") or body.get("message") or ""
    match number:
        case 20001:
            kind = Ticket
        case 20002:
            kind = NotReady
        case 20003:
            kind = Review
        case 50001:
            kind = BankDown
        case 50002 | 50003:
            kind = AskCustomer
        case _:
            kind = FlanksProblem
    return kind(status, number, text)


@attrs.define
class Reader:
    token: str
    base_url: str = API
    polls: int = 20
    every: float = 30.0

    @contextlib.asynccontextmanager
    async def _session(self) -> t.AsyncIterator[aiohttp.ClientSession]:
        headers = {"Authorization": f"Bearer {self.token}"}
        async with aiohttp.ClientSession(self.base_url, headers=headers) as session:
            yield session

    async def _post(self, session: aiohttp.ClientSession, path: str, **payload: str) -> dict[str, t.Any]:
        tries_left = 3
        while True:
            tries_left -= 1
            try:
                async with session.post(path, json=payload) as resp:
                    body = await resp.json(content_type=None)
            except aiohttp.ClientConnectionError:
                if not tries_left:
                    raise
                await asyncio.sleep(1)
                continue
            if resp.status != 200 or "error_code" in body:
                raise problem(resp.status, body)
            return body

    async def _settled(self, session: aiohttp.ClientSession, credentials: str) -> bool:
        status = await self._post(session, "/v0/credentials/status", credentials_token=credentials)
        if status.get("errored"):
            raise Ticket(200, 20001, "a field of credentials/status is errored")
        return not status.get("pending")

    async def accounts(self, credentials: str) -> list[Account]:
        waited = NotReady(200, 20002, f"not retrieved after {self.polls} polls")
        async with self._session() as session:
            for poll in range(self.polls):
                if poll:
                    await asyncio.sleep(self.every)
                try:
                    if not await self._settled(session, credentials):
                        continue
                    body = await self._post(session, "/v0/bank/credentials/account", credentials_token=credentials)
                except NotReady as exc:
                    waited = exc
                    continue
                return [Account(a["iban"], a["balance"], a["currency"]) for a in body["accounts"]]
        raise waited


async def main(token: str, *credentials: str) -> None:
    reader = Reader(token)
    outcomes = await asyncio.gather(*map(reader.accounts, credentials), return_exceptions=True)
    for name, outcome in zip(credentials, outcomes):
        print(name, outcome, sep="\t")


if __name__ == "__main__":
    import sys

    asyncio.run(main(*sys.argv[1:]))
