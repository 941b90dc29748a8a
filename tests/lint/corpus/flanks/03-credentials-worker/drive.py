from flanks_gateway import FlanksGateway


def make_client(base_url):
    return FlanksGateway("test-token", base_url=base_url)


async def call(client):
    return await client.accounts("tok-1")
