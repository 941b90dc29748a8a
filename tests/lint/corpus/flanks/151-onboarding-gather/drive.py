from onboarding import Onboarding, TokenStore


def make_client(base_url: str) -> Onboarding:
    return Onboarding("t0ken", TokenStore(), base_url=base_url)


async def call(client: Onboarding):
    return await client.run([("c-1", "link-1")])
