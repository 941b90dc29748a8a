from datetime import date

from gateways.khipu import KhipuGateway


def make_client(base_url):
    return KhipuGateway(token="t", user="76.111.111-1", password="x", base_url=base_url)


def call(client):
    return client.movements(date(2024, 3, 1))
