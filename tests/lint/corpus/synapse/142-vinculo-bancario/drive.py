from vinculo import VinculoBancario
from vinculo.transporte import UserAuth


def make_client(base_url: str) -> VinculoBancario:
    return VinculoBancario("u1", UserAuth("cid", "csec", "fp", "key"), base_url=base_url)


async def call(client: VinculoBancario):
    return await client.entrar("boa", "synapse_good", "pw")
