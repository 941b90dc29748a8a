from pagamentos import Cobrador


def make_client(base_url: str) -> Cobrador:
    return Cobrador(base_url, "t")


async def call(client: Cobrador):
    saida = await client.cobrar("urn:c1", "10.00", "k1")
    return saida.model_dump(mode="json")
