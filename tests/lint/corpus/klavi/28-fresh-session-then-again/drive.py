from scraper_login import ScraperLogin


def make_client(base_url: str):
    return ScraperLogin("tok", base_url)


def call(client):
    return client.login(cpf="12345678909", password="secret")
