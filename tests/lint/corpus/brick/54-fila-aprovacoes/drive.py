from estados import Pedido
from fila import FilaPagamentos


def make_client(base_url: str) -> FilaPagamentos:
    return FilaPagamentos("token", base_url)


async def call(client: FilaPagamentos):
    gavetas = await client.processar([Pedido("urn:brick:c1", "10.00", "chave-1")])
    return {destino.value: [ficha.codigo for ficha in fichas] for destino, fichas in gavetas.items()}
