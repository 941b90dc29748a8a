from coletor import Coletor


def make_client(base_url: str) -> Coletor:
    return Coletor("token", base_url)


async def call(client: Coletor):
    coleta = await client.coletar("urn:brick:1", ["accounts"])
    if coleta.falhas or coleta.fora_do_consentimento:
        raise RuntimeError(coleta)
    return coleta
