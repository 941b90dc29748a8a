from decimal import Decimal

from sweep import SweepJob


def make_client(base_url: str) -> SweepJob:
    return SweepJob(
        {
            "url": base_url,
            "client_id": "id",
            "client_secret": "secret",
            "oauth_key": "key",
            "fingerprint": "fp",
        }
    )


def call(client: SweepJob):
    return client.run("n1", "n2", Decimal("2000"), Decimal("0.1"))
