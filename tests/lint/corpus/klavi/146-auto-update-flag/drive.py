from panel import Switch, flip
from update_api import UpdateApi


def make_client(base_url: str):
    return UpdateApi("partner", "secret", base_url)


def call(client):
    return flip(client, Switch("key-1"))
