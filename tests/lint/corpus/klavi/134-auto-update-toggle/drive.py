from toggler import Toggler


def make_client(base_url: str) -> Toggler:
    return Toggler("partner", "tok", base_url=base_url)


async def call(client: Toggler):
    return await client.run(["conn-1"], allow=True)
