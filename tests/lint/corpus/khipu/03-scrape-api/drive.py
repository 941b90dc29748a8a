from scrape_api.client import KhipuClient


async def _token() -> str:
    return "jwt"


def make_client(base_url: str) -> KhipuClient:
    return KhipuClient(base_url, _token)


async def call(client: KhipuClient):
    return await client.run("/v1/cl/services/cmfchile.cl/debt-report", {"Username": "76111111-1"})
