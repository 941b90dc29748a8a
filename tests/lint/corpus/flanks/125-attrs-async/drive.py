import httpx

from collector import Collector


def make_client(base_url):
    return Collector(httpx.AsyncClient(base_url=base_url, headers={"Authorization": "Bearer t"}))


async def call(client):
    return await client.collect("cred-1", ["investments"])
