from movimientos import Descargador


def make_client(base_url: str) -> Descargador:
    return Descargador("test-token", base_url=base_url)


async def call(client: Descargador):
    return await client.cartera({"11111111-1": "secret"})
