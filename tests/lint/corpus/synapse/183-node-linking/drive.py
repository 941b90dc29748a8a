from balances import refresh
from wire import open_session


def make_client(base_url: str):
    return open_session("id", "secret", "oauth", "fp"), base_url


def call(client):
    session, base_url = client
    return refresh(session, "u1", "n1", base_url)
