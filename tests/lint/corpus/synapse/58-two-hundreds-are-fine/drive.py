import httpx

from onboarding.bank import link_bank, next_page


def make_client(base_url):
    return httpx.Client(base_url=base_url, headers={"X-SP-GATEWAY": "id|secret"})


def call(client):
    return next_page(link_bank(client, "u1", {"bank_id": "jdoe", "bank_pw": "pw", "bank_name": "chase"}))
