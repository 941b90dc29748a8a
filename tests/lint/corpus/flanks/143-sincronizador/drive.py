from sincro import Sincronizador


def make_client(base_url: str) -> Sincronizador:
    return Sincronizador("tok", base_url)


async def call(client: Sincronizador):
    return await client.transacoes("cred-1")
