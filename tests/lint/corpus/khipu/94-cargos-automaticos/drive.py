from cargos import ServicioCargos


def make_client(base_url: str) -> ServicioCargos:
    return ServicioCargos("jwt", base_url)


async def call(client: ServicioCargos):
    return await client.cobrar("sub-1", 19990)
