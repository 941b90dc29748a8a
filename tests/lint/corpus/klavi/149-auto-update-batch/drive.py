from api import AutoUpdateApi, Credentials
from batch import Row, apply


def make_client(base_url: str):
    return AutoUpdateApi(Credentials("pc", "pt"), base_url=base_url)


def call(client):
    return apply(client, [Row("key-1", True), Row("key-2", False)])
