from flanks_http import FlanksHttp
from onboarding import Onboarding


def make_client(base_url: str):
    return Onboarding(FlanksHttp("access-token", base_url=base_url))


def call(client):
    return client.run("cred-token")
