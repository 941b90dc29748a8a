from flanks_client import FlanksClient
from holdings import load_holdings
from settings import Settings


def make_client(base_url: str) -> FlanksClient:
    return FlanksClient(Settings.from_env({"FLANKS_TOKEN": "access-token", "FLANKS_URL": base_url}))


def call(client: FlanksClient):
    return load_holdings(client, "cred-token")
