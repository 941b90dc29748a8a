from klavi_gateway import KlaviClient, OnboardingService


def make_client(base_url: str) -> OnboardingService:
    return OnboardingService(KlaviClient("token", base_url))


def call(client: OnboardingService):
    return client.income_report("12345678909", "itau", "cliente", "segredo")
