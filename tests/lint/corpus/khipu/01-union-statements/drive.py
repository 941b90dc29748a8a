import time
from datetime import datetime, timezone

from statements import Statements


def make_client(base_url: str) -> Statements:
    return Statements(
        base_url,
        jwt=lambda: "test-token",
        sleep=time.sleep,
        now=lambda: datetime(2024, 5, 6, tzinfo=timezone.utc),
    )


def call(client: Statements):
    return client.month("bci", "76111111-1", "secret", "2024-04")
