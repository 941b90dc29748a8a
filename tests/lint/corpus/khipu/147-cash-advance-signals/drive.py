from bank_feed import Credentials, KhipuFeed
from settings import Settings
from signals import SignalService


def make_client(base_url: str):
    return SignalService(KhipuFeed(Settings(api_key="k", base_url=base_url)))


def call(client):
    return client.signal("demo-bank.khipu.com", Credentials("12345678-9", "pw"))
