from scraper import SiiScraper


def make_client(base_url):
    return SiiScraper("test-token", base_url=base_url)


def call(client):
    return client.invoices("76111111-1", "secret", "2024-01")
