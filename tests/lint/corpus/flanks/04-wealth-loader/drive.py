from wealth.client import FlanksClient
from wealth.settings import Settings


def make_client(base_url: str) -> FlanksClient:
    return FlanksClient(Settings(base_url=base_url, token="t"))


async def call(client: FlanksClient):
    return await client.load("/v0/bank/credentials/account", "cred-1")
