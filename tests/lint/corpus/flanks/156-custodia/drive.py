from cliente import Custodia


def make_client(base_url):
    return Custodia("bearer", base_url)


async def call(client):
    return await client.posiciones.listar("tok")
