from onboarding import Onboarding


async def _token() -> str:
    return "test-token"


def make_client(base_url: str) -> Onboarding:
    return Onboarding(_token, base_url=base_url, polls=2)


async def call(client: Onboarding):
    return await client.entity("accounts", "credentials-token")
