from datetime import datetime, timezone

from linking import LinkGateway, LinkService


class FakeConnections:
    def __init__(self):
        self.rows = []

    def add(self, connection):
        self.rows.append(connection)


class FakeCrm:
    def code_for(self, customer):
        return "lc-" + customer


def make_client(base_url: str) -> LinkService:
    return LinkService(
        LinkGateway(base_url, "test-token"),
        FakeConnections(),
        FakeCrm(),
        now=lambda: datetime(2024, 5, 6, tzinfo=timezone.utc),
    )


def call(service: LinkService):
    return service.complete("c-1")
