from crawler import Crawler
from report import Target


def make_client(base_url: str) -> Crawler:
    return Crawler(base_url, "test-token")


async def call(client: Crawler):
    return await client.crawl([Target("banco-a", "urn:consent:1", "accounts")])
