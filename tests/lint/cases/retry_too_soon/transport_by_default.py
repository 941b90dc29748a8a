# errpact: provider=brick
"""httpx-retries without a word repeats reads at 429, 502, 503 and 504, at once; it repeats no POST."""

import httpx
from httpx_retries import RetryTransport


class BrickError(Exception):
    def __init__(self, response):
        super().__init__(response.status_code, response.text)
        self.response = response


def checked(response):
    if response.status_code not in (200, 201):
        raise BrickError(response)
    return response.json()["data"]


def read(root):
    with httpx.Client(base_url=root, transport=RetryTransport()) as client:  # error: EP102  # error: EP103
        return checked(client.get("/open-banking/accounts/v2/accounts"))


def write(root, body):
    with httpx.Client(base_url=root, transport=RetryTransport()) as client:
        return checked(client.post("/open-banking/payments/v4/consents", json=body))
