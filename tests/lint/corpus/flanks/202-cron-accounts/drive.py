from client import FlanksClient
from nightly import open_db, refresh


def make_client(base_url: str) -> FlanksClient:
    return FlanksClient("access-token", base_url)


def call(client: FlanksClient):
    return refresh(client, {7: "cred-token"}, open_db(":memory:"))
