from klavi_service import KlaviService


def make_client(base_url: str):
    return KlaviService("tok", base_url)


def call(client):
    return client.report("rep-1")
