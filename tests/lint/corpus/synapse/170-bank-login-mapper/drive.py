import requests

from login_gateway import BankLoginGateway, TransientOnly
from login_service import BankLoginService
from mapper import BankExceptionMapper


def make_client(base_url: str):
    return BankLoginService(BankLoginGateway(requests.Session(), BankExceptionMapper(), TransientOnly(), base_url))


def call(client):
    return client.connect("u1", "chase", "jdoe", "pw")
