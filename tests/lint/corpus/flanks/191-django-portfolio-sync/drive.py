from flanks_session import FlanksSession
from portfolio_sync import sync


def make_client(base_url: str):
    return FlanksSession("access-token", base_url)


def call(client):
    return sync(client, {7: "cred-token"})
