from syn import Api, Credentials
from worker import Book, Worker


def make_client(base_url):
    api = Api(Credentials("c", "s", "o", "f"), base_url)
    return Worker(api, Book(scheduled={"n-1": "u-1"}))


def call(client):
    fresh = client.tick()
    if client.book.alerts:
        raise RuntimeError(client.book.alerts[0])
    return fresh
