from brick_async import ConsentimentosApi


def make_client(base_url: str) -> ConsentimentosApi:
    return ConsentimentosApi("test-token", base_url=base_url)


async def call(client: ConsentimentosApi):
    return await client.consultar("urn:brick:1")
