from fila import FilaPagamentos


def make_client(base_url: str) -> FilaPagamentos:
    return FilaPagamentos("test-token", base_url)


async def call(client: FilaPagamentos):
    async with client.trabalhando():
        return await client.pagar("urn:brick:1", "10.00", "chave-1")
