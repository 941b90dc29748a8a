from brick import ConsentimentoServico, Transporte


def make_client(base_url):
    return ConsentimentoServico(Transporte("t", base_url=base_url))


async def call(client):
    return await client.criar("k1", {"data": {"permissions": ["ACCOUNTS_READ"]}})
