from handlers import on_link_requested
from links import LinkService


def make_client(base_url: str) -> LinkService:
    return LinkService(base_url, "tok")


def call(client: LinkService):
    return on_link_requested({"id": "l-1", "institution": "bb", "login": "123", "secret": "x"}, client)
