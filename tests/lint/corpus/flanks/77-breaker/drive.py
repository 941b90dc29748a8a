from source import Source


def make_client(base_url):
    return Source("tok", base_url)


async def call(client):
    return await client.investments("cred-token")
