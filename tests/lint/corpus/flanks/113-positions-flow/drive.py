import httpx

from positions import Positions


class Static(httpx.Auth):
    def auth_flow(self, request):
        request.headers["Authorization"] = "Bearer access-token"
        yield request


def make_client(base_url: str) -> Positions:
    return Positions(Static(), base_url)


async def call(client: Positions):
    return await client.positions("cred-token")
