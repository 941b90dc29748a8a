from pix_service import PixService


def make_client(base_url: str) -> PixService:
    return PixService("test-token", base_url=base_url)


def call(client: PixService):
    return client.consultar("pag-1")
