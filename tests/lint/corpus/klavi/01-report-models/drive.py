from datetime import datetime, timezone

from client import ReportClient


def make_client(base_url: str) -> ReportClient:
    return ReportClient(
        base_url,
        access_token=lambda: "test-token",
        now=lambda: datetime(2024, 5, 6, 12, tzinfo=timezone.utc),
    )


def call(client: ReportClient):
    return client.report("39053344705")
