from import_movements import import_movements
from khipu_sdk import Khipu


def make_client(base_url: str):
    return Khipu("tok", base_url)


def call(client):
    return import_movements(client, "bci.cl", "11111111-1", "secret")
