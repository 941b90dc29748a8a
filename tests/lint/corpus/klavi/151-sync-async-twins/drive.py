from klavi_sdk import AsyncKlavi
from refresh_job import refresh


def make_client(base_url: str):
    return AsyncKlavi("tok", base_url)


async def call(client):
    return await refresh(client, "12345678909")
