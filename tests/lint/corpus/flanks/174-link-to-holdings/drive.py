from holdings import FlanksClient, connect


def make_client(base_url: str):
    return FlanksClient("access-token", base_url=base_url)


async def call(client):
    return await connect(client, "link-code")
