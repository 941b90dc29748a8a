from klavi_client import KlaviClient


def make_client(base_url: str) -> KlaviClient:
    return KlaviClient(base_url, "partner-1", "tok")


async def call(client: KlaviClient):
    async with client as klavi:
        return await klavi.overview("12345678909", "ck-1")
