from contas import ClienteKlavi


def make_client(base_url):
    return ClienteKlavi("p", "k", base_url)


async def call(client):
    async with client:
        return await client.contas("11122233344")
