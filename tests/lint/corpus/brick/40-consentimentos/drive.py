from consentimentos import Consentimentos


def make_client(base_url):
    return Consentimentos("token-de-teste", base_url=base_url)


def call(client):
    return client.criar("11144477735", "marca-1")
