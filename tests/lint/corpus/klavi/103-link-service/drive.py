from linking.adapters import KlaviAggregator, MemoryAgenda, UtcClock
from linking.domain import Connected, LinkRequest
from linking.service import LinkService


def make_client(base_url: str) -> LinkService:
    return LinkService(KlaviAggregator("test-token", base_url), MemoryAgenda(), UtcClock())


def call(client: LinkService):
    outcome = client.link(LinkRequest("banco-1", "52998224725", "s3cret"))
    if not isinstance(outcome, Connected):
        raise RuntimeError(outcome)
    return outcome
