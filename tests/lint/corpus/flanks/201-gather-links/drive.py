from _http import FlanksHttp
from refresh import Link, refresh_all


def make_client(base_url: str) -> str:
    return base_url


async def call(base_url: str):
    async with FlanksHttp("access-token", base_url) as http:
        return await refresh_all(http, [Link(7, "cred-token")])
