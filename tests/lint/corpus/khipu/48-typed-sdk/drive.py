from khipu_scraping import KhipuScraping


def make_client(base_url: str) -> KhipuScraping:
    return KhipuScraping("test-key", base_url=base_url)


def call(client: KhipuScraping):
    return client.account_statement("bancoestado.cl", username="76111111-1", password="secret", month="2024-03")
