from integracoes.consentimentos import ServicoConsentimento


def make_client(base_url: str) -> ServicoConsentimento:
    return ServicoConsentimento(base_url, "test-token")


def call(client: ServicoConsentimento):
    return client.dados("urn:banco:C1")
