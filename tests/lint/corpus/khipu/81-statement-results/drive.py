from khipu_client import KhipuClient
from results import Ok


def make_client(base_url):
    return KhipuClient("test-token", base_url=base_url)


def call(client):
    result = client.statement("santander.cl", "11111111-1", "secret", "2024-03")
    if isinstance(result, Ok):
        return result.data
    return result
