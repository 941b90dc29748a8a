import aiohttp

from extrator import Extrator


def make_client(base_url):
    return Extrator(base_url=base_url, token="t")


async def call(client):
    async with aiohttp.ClientSession(headers=client.cabecalhos) as sessao:
        return await client.extrato(sessao, "c-1")
