# errpact: provider=brick
"""A request that was only accepted is sent, and not yet paid: `pay` says so of what came from `post`, `send` does not."""

import httpx


class PaymentError(Exception):
    def __init__(self, response):
        super().__init__(response.status_code)
        self.status = response.status_code
        self.body = response.json()


def post(client: httpx.Client, payment, key):
    response = client.post("/payments/v2/pix/payments", json=payment, headers={"x-idempotency-key": key})
    if not response.is_success:
        raise PaymentError(response)
    return response.json() if response.content else None  # error: EP202 202


def send(client: httpx.Client, payment, key):
    post(client, payment, key)
    return {"state": "sent", "key": key}


def pay(client: httpx.Client, payment, key):
    post(client, payment, key)
    return {"state": "paid", "key": key}
