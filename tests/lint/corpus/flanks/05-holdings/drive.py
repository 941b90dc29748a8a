from holdings import Holdings


def make_client(base_url: str) -> Holdings:
    return Holdings("test-token", base_url=base_url)


async def call(client: Holdings):
    return await client.investments("cred-1")
