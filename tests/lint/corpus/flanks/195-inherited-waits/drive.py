from flanks_client import FlanksClient
from onboarding import finish


def make_client(base_url: str):
    return FlanksClient("access-token", base_url=base_url)


def call(client):
    return finish(client, 7, "link-code")
