from consents import ConsentGateway


def make_client(base_url: str) -> ConsentGateway:
    return ConsentGateway("test-token", base_url=base_url)


def call(client: ConsentGateway):
    return client.request("52998224725", "brand-1", ["ACCOUNTS_READ"])
