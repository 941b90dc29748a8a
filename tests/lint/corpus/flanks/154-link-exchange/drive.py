from api import FlanksWire
from onboarding import Onboarding


def make_client(base_url: str) -> Onboarding:
    return Onboarding(FlanksWire("test-token", base_url))


def call(client: Onboarding):
    return client.onboard("link-code-1")
