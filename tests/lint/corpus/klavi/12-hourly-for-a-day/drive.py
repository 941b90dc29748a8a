import httpx

from session import BankSession


def make_client(base_url: str):
    return httpx.AsyncClient(base_url=base_url)


async def call(client):
    async with BankSession(client) as session:
        return await session.open({"cpf": "12345678909", "password": "secret"})
