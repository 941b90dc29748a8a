from report import Household, Member


def make_client(base_url):
    return Household(base_url, "token")


async def call(client):
    return await client.report([Member("ana", "cred-1")])
