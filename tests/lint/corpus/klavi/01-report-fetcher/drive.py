from klavi_client import KlaviClient


def make_client(base_url: str) -> KlaviClient:
    return KlaviClient("token", base_url=base_url)


def call(client: KlaviClient):
    return client.get_report("12345678909", "checking_account")
