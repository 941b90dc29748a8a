from gateway import FlanksGateway, FlanksSettings
from onboarding import OnboardingService
from resilience import BankSidePolicy, RetryTemplate


def make_client(base_url: str):
    template = RetryTemplate(BankSidePolicy(max_attempts=3, delay_seconds=300))
    return OnboardingService(FlanksGateway(FlanksSettings(base_url, "access-token"), template))


def call(client):
    return client.connect("santander", "user", "secret")
