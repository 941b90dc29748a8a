from ports import FixedTokens, RequestsTransport, SystemClock
from reader import HoldingsReader


def make_client(base_url: str) -> HoldingsReader:
    return HoldingsReader(RequestsTransport(base_url), FixedTokens("access-token"), SystemClock())


def call(client: HoldingsReader):
    return client.holdings("cred-token")
