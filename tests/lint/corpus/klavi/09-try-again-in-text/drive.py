from crawler import Crawler


def make_client(base_url: str):
    return Crawler("tok", base_url + "/open-data/v1")


def call(client):
    return client.crawl("12345678909", "0001", "12345-6", "secret")
