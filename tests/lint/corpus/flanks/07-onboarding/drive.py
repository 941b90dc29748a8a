from onboarding import Onboarding


def make_client(base_url: str) -> Onboarding:
    return Onboarding("test-token", base_url=base_url)


def call(client: Onboarding):
    client.submit("link-code")
    return client.drain()
