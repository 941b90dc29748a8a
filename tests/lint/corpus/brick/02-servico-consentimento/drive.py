from cliente import ClienteBrick


def make_client(base_url: str) -> ClienteBrick:
    return ClienteBrick("token", url=base_url)


def call(client: ClienteBrick):
    return client.consultar_consentimento("urn:bancoex:C1DD33123")
