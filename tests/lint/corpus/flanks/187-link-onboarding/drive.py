from flanks_api import FlanksApi
from onboarding import InMemory, Onboarding


def make_client(base_url: str) -> Onboarding:
    return Onboarding(FlanksApi("access-token", base_url=base_url), InMemory())


def call(client: Onboarding):
    return client.finish(7, "link-code")
