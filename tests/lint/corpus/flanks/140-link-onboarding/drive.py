from flanks_gateway import FlanksGateway
from onboarding import OnboardingRepository, OnboardingService


def make_client(base_url: str) -> OnboardingService:
    return OnboardingService(FlanksGateway("test-token", base_url=base_url), OnboardingRepository())


def call(client: OnboardingService):
    return client.on_redirect("customer-1", code="link-code")
