import requests

from application import AutoUpdateService
from errors import KlaviExceptionMapper
from update_gateway import AutoUpdateGateway


def make_client(base_url: str):
    return AutoUpdateService(AutoUpdateGateway(requests.Session(), KlaviExceptionMapper(), base_url))


def call(client):
    return client.switch("key-1", True)
