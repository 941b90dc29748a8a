from aiokhipu import AioKhipu


def make_client(base_url: str) -> AioKhipu:
    return AioKhipu("token", base_url=base_url)


async def call(client: AioKhipu):
    async with client:
        return await client.balances("bci.cl", "11111111-1", "secret")
