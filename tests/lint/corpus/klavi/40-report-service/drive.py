from klavi_reports import KlaviClient


def make_client(base_url: str) -> KlaviClient:
    return KlaviClient("token", base_url=base_url)


def call(client: KlaviClient):
    return client.report("lnk-1")
