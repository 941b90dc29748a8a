import requests

from onboarding import Onboarding


def make_client(base_url: str) -> Onboarding:
    return Onboarding(base_url, requests.Session(), {"u-1": "test-token"}.__getitem__)


def call(client: Onboarding):
    return client.login("u-1", {"cpf": "39053344705", "password": "x"})
