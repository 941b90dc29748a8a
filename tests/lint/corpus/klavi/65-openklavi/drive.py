from openklavi import AsyncKlavi


def make_client(base_url: str) -> AsyncKlavi:
    return AsyncKlavi("tok", base_url=base_url)


async def call(client: AsyncKlavi):
    return await client.transactions("r-1")
