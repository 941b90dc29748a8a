from holdings import HoldingsExtract


def make_client(base_url: str) -> HoldingsExtract:
    return HoldingsExtract("access-token", base_url)


def call(client: HoldingsExtract):
    return client.holdings("cred-token")
