from cliente import KhipuCliente


def make_client(base_url):
    return KhipuCliente("test-token", base_url=base_url)


async def call(client):
    return await client.saldos("bancoestado.cl", "11111111-1", "secreta")
