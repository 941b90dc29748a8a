from gateway import KlaviGateway


def make_client(base_url: str) -> KlaviGateway:
    return KlaviGateway(base_url, "test-token")


async def call(client: KlaviGateway):
    return await client.income("trace-1")
