from connections import Connections
from link import LinkClient


def make_client(base_url):
    return Connections(LinkClient(base_url, "id", "secret"))


def call(client):
    return client.complete("customer-1", "link-code")
