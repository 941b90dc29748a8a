import datetime as dt

from brick_api import BrickApi
from wallet import Wallet, refresh


def make_client(base_url: str):
    return BrickApi(base_url, "tok")


def call(client):
    return refresh(Wallet("joao"), client, ["c-1"], dt.date(2026, 11, 20))
