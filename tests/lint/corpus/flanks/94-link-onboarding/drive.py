from onboarding import Onboarding


def make_client(base_url):
    return Onboarding("test-token", base_url=base_url, every=0.01, rounds=3)


async def call(client):
    return await client.finish("one-time")
