import http.client
from urllib.parse import urlsplit

from recursos import Brick


def make_client(base_url):
    return Brick(urlsplit(base_url).netloc, "t", conexao=http.client.HTTPConnection)


def call(client):
    return list(client.recursos("urn:brick:1"))
