from _http import Transporte
from agenda import executar


def make_client(base_url: str):
    return base_url


async def call(client):
    async with Transporte("tok", client) as transporte:
        return await executar(transporte, [{"brandId": "b-1", "permissions": ["ACCOUNTS_READ"]}])
