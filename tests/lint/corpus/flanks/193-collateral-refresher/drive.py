from collateral.flanks_port import FlanksPort
from collateral.refresher import Pledge, Refresher


def make_client(base_url: str):
    return Refresher(FlanksPort("access-token", base_url))


def call(client):
    return client.refresh(Pledge("loan-7", "ct-1"))
