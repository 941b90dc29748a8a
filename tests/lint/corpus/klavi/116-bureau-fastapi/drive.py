import httpx

from collector import Collector
from models import CollectRequest


def make_client(base_url):
    return Collector(httpx.AsyncClient(base_url=base_url, timeout=10))


async def call(client):
    return await client.collect(CollectRequest(cpf="12345678909", institution="itau", login="ana", password="x"))
