from atualizacao import ServicoAtualizacao


def make_client(base_url: str) -> ServicoAtualizacao:
    return ServicoAtualizacao("p", "t", klavi=base_url, cadastro=None)


async def call(client: ServicoAtualizacao):
    return await client.definir("ck-1", True)
