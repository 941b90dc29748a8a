from datetime import datetime, timezone

from desk import KlaviGateway, Link, LinkDesk, State


class FakeLinks:
    def __init__(self, *links):
        self.rows = {link.id: link for link in links}

    def get(self, link_id):
        return self.rows[link_id]

    def put(self, link):
        self.rows[link.id] = link
        return link

    def resting_until(self, moment):
        return [
            link
            for link in self.rows.values()
            if link.state is State.RESTING and link.not_before <= moment
        ]


def make_client(base_url: str) -> LinkDesk:
    told = []
    return LinkDesk(
        KlaviGateway(base_url, "test-token"),
        FakeLinks(Link("lk-1", "39053344705")),
        clock=lambda: datetime(2024, 5, 6, 12, tzinfo=timezone.utc),
        tell_user=told.append,
    )


def call(desk: LinkDesk):
    link = desk.connect("lk-1")
    desk.run_due()
    return link
