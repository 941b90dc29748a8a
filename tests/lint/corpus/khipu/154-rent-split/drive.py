from khipu import http_post
from rent import rent_split


def make_client(base_url: str):
    return http_post(base_url, "key")


def call(client):
    return rent_split(client, "bci", ("u", "p"), "Inmobiliaria Sur", 3)
