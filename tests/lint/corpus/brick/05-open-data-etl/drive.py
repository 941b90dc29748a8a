from etl import BrickExtractor


def make_client(base_url: str) -> BrickExtractor:
    return BrickExtractor("token", base_url=base_url)


def call(client: BrickExtractor):
    return client.balance("92792126019929279212650822221989319252576")
