from consents import ConsentGateway


def make_client(base_url: str) -> ConsentGateway:
    return ConsentGateway(host=base_url, token="tok")


def call(client: ConsentGateway):
    return client.fetch("c-1")
