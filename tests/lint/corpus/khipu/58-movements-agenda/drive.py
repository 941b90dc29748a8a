from khipu_api import KhipuApi


def make_client(base_url: str) -> KhipuApi:
    return KhipuApi("test-token", base_url=base_url)


def call(client: KhipuApi):
    return client.movements("bancochile.cl", "11111111-1", "secret")
