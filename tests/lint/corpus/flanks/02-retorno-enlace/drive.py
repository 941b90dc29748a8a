from enlace.flanks import ClienteFlanks


def make_client(base_url: str) -> ClienteFlanks:
    return ClienteFlanks(base_url, "t")


async def call(client: ClienteFlanks):
    return await client.canjear("cliente-1", "codigo-del-enlace")
