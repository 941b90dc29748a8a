from client import KlaviUpdates
from preferences import RefreshRequested, apply


def make_client(base_url: str):
    return KlaviUpdates("tok", base_url=base_url)


def call(client):
    return apply(RefreshRequested("ck-1"), client)
