import requests

from schemas import Customer
from service import LinkService


def make_client(base_url):
    session = requests.Session()
    session.headers["Authorization"] = "Bearer tok"
    return LinkService(session, base_url)


def call(client):
    return client.finish(Customer(id=7, email="a@b.example"), "link-code", "s", "s")
