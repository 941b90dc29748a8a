from gateway import KlaviGateway


def make_client(base_url: str) -> KlaviGateway:
    return KlaviGateway(base_url, "t")


async def call(client: KlaviGateway):
    return await client.connect("001", "12345678909", "secret")
