from settings import Settings
from updates import Updates


def make_client(base_url: str) -> Updates:
    return Updates(Settings(klavi_base_url=base_url, klavi_partner_code="p", klavi_partner_token="t"))


def call(client: Updates):
    client.allow("conn-1")
    return "updated"
