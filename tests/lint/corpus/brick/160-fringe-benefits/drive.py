from benefits import TransactionFeed, purchases
from config import BrickConfig


def make_client(base_url: str) -> TransactionFeed:
    return TransactionFeed(BrickConfig("tok", base_url))


def call(client: TransactionFeed):
    return purchases(client, "c-1", "acc-1")
