from itertools import count

import httpx

from dialog import Dialog


def make_client(base_url):
    numbers = count(1)
    http = httpx.Client(base_url=base_url, headers={"X-SP-GATEWAY": "id|secret"})
    return Dialog(http, lambda question: f"answer {next(numbers)}")


def call(client):
    return client.link("u1", "chase", "jdoe", "pw")
