from accounts import AccountsGateway


def make_client(base_url: str) -> AccountsGateway:
    return AccountsGateway(base_url, "test-token")


def call(client: AccountsGateway):
    return list(client.transactions("urn:brick:1", "acc-1"))
