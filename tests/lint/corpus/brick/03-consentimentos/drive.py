from consentimentos import Consentimentos


def make_client(base_url: str) -> Consentimentos:
    return Consentimentos(base_url, "test-token")


async def call(client: Consentimentos):
    try:
        return await client.consultar("urn:consentimento:1")
    finally:
        await client.fechar()
