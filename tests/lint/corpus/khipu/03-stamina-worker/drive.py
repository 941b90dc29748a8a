from khipu_gateway import Gateway


def make_client(base_url: str) -> Gateway:
    return Gateway("test-token", base_url=base_url)


async def call(client: Gateway):
    return await client.run("/v1/cl/services/balance", {"Username": "11111111-1", "Password": "x"})
