from openfin import Config, ServicoConsentimentos


def make_client(base_url: str) -> ServicoConsentimentos:
    return ServicoConsentimentos(Config(url=base_url, token="token"))


def call(client: ServicoConsentimentos):
    return client.ativo("urn:brick:c1")
