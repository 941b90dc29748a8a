from movimientos import Movimientos


def make_client(base_url: str) -> Movimientos:
    return Movimientos("test-token", base_url)


async def call(client: Movimientos):
    resultado = await client.de_cuenta("76111111-1", "secret", "2024-03")
    await client.aclose()
    return resultado
