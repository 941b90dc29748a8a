from consents_api import ConsentsApi
from job import run
from rest import Configuration


def make_client(base_url: str):
    return ConsentsApi(Configuration(host=base_url, access_token="tok"))


def call(client):
    return run(client, ["c-1"])
