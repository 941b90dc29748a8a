from coleta import ColetorKlavi


def make_client(base_url: str) -> ColetorKlavi:
    return ColetorKlavi("token", base_url=base_url)


async def call(client: ColetorKlavi):
    return await client.carteira(["v-1"])
