from fila import Fila


def make_client(base_url: str) -> Fila:
    return Fila(base_url, "tok")


async def call(client: Fila):
    return await client.atualizar(["urn:c-1"])
