from flanks import FlanksSession, mortgage
from settings import FlanksSettings


def make_client(base_url):
    return FlanksSession(FlanksSettings(base_url=base_url, token="tok"))


def call(client):
    return mortgage(client, "cred-token")
