from khipu_client import KhipuClient
from poller import Login, balance


def make_client(base_url: str):
    return KhipuClient("key", base_url=base_url + "/v1/cl")


async def call(client):
    async with client:
        return await balance(client, Login("Andes SpA", "bci.cl", "76111111-1", "secret"))
