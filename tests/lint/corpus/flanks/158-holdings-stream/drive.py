from aio import AiohttpTransport
from holdings import HoldingsStream, final


def make_client(base_url: str) -> AiohttpTransport:
    return AiohttpTransport("test-token", base_url=base_url)


async def call(client: AiohttpTransport):
    async with client:
        return await final(HoldingsStream(client), "cred-token")
