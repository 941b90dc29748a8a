from datetime import date

from config import Config
from statement import Statements


def make_client(base_url: str) -> Statements:
    return Statements(Config(base_url, "token"))


def call(client: Statements):
    return list(client.lines("urn:brick:1", "acc-1", date(2024, 1, 1)))
