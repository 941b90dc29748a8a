from flanks_gateway import FlanksGateway


def make_client(base_url: str) -> FlanksGateway:
    return FlanksGateway("token", base_url=base_url, polls=4)


def call(client: FlanksGateway):
    return client.holdings("cred-1")
