from identity import IdentityClient, open_http


def make_client(base_url):
    return IdentityClient(open_http("tok", base_url))


async def call(client):
    async with client.http:
        return await client.get("cred-token")
