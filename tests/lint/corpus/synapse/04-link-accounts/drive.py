import time

import requests

from linking import AccountLinker


def make_client(base_url: str) -> AccountLinker:
    session = requests.Session()
    session.headers["X-SP-USER"] = "oauth|fingerprint"
    return AccountLinker(base_url, session, sleep=time.sleep, jitter=lambda: 0.0)


def call(client: AccountLinker):
    return client.link("u-1", "fake", "synapse_good", "test1234")
