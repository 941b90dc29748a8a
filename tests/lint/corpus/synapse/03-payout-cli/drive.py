import functools
import sys

import payout


def make_client(base_url: str):
    return functools.partial(
        payout.main,
        ["n-1", "n-2", "10.00"],
        base_url,
        "u-1",
        lambda: {"X-SP-USER": "oauth|fingerprint", "X-SP-GATEWAY": "id|secret"},
        new_key=lambda: "k-1",
    )


def call(client):
    status = client()
    if status != 0:
        sys.exit(status)
    return status
