from atualizacao import ClienteKlavi


def make_client(base_url: str) -> ClienteKlavi:
    return ClienteKlavi("tok", base_url=base_url)


async def call(client: ClienteKlavi):
    return await client.atualizar("lnk-1")
