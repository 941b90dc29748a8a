import httpx

from bank_login import BankLogin


def make_client(base_url: str):
    return BankLogin(httpx.AsyncClient(base_url=base_url))


async def call(client):
    return await client.login("12345678909", "itau", "secret")
