from pagamentos import ClienteBrick


def make_client(base_url: str) -> ClienteBrick:
    return ClienteBrick("t", base_url)


def call(client: ClienteBrick):
    return client.iniciar_pix("urn:consent:1", 12.5, "3f0e")
