from snapshot import client, snapshot


def make_client(base_url):
    return client("tok", base_url)


async def call(http):
    async with http:
        return await snapshot(http, "cred-token")
