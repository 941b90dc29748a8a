from connections import ConnectionService
from flanks import FlanksClient


def make_client(base_url: str):
    return ConnectionService(FlanksClient("access-token", base_url))


def call(client):
    return client.complete_link(7, "link-code")
