from flanks_client import FlanksClient


def make_client(base_url: str) -> FlanksClient:
    client = FlanksClient("id", "secret", base_url=base_url)
    client._token = "test-token"
    return client


def call(client: FlanksClient):
    return client.portfolio("cred-1")
