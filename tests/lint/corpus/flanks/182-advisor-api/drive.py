from flanks import Flanks
from overview import overview


def make_client(base_url: str):
    client = Flanks("workbench", "secret", base_url=base_url)
    client._token = "access-token"
    return client


async def call(client):
    try:
        return await overview(client, 7, {"santander": "cred-token"})
    finally:
        await client.close()
