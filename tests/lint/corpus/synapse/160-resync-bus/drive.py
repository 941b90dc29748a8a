from bus import Bus
from resync import Resync


def make_client(base_url: str) -> Resync:
    return Resync("id|secret", Bus(), base_url=base_url)


def call(client: Resync):
    return client.node("u-1", "n-1")
