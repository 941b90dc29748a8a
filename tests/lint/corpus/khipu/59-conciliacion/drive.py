from datetime import date

from conciliacion import Conciliador


def make_client(base_url: str) -> Conciliador:
    async def renovar() -> str:
        return "otro-token"

    return Conciliador("test-token", renovar, khipu=base_url, mindicador=base_url)


async def call(client: Conciliador):
    return await client.cartola("11111111-1", "secret", "001", date(2024, 5, 2))
