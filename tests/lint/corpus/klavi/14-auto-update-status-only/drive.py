from auto_update import AutoUpdate
from jobs import enable_all


def make_client(base_url: str):
    return AutoUpdate("pc", "pt", base_url)


def call(client):
    return enable_all(client, ["ck-1"])
