from nightly import Nightly


def make_client(base_url: str) -> Nightly:
    return Nightly(base_url, "tok")


async def call(client: Nightly):
    return await client.run(["link-1"])
