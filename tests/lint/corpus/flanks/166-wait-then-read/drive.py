from reader import Reader


def make_client(base_url):
    return Reader("t", base_url=base_url)


async def call(client):
    return await client.accounts("tok-1")
