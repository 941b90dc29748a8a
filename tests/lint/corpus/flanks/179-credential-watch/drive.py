import aiohttp

from watch import CredentialWatch


def make_client(base_url: str) -> str:
    return base_url


async def call(client: str):
    async with aiohttp.ClientSession(headers={"Authorization": "Bearer access-token"}) as session:
        return await CredentialWatch(session, client).result("cred-token")
